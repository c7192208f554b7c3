/** Fewer people than these are never shown apart. */
export const SMALLEST_GROUP = 5

/**
 * Which groups must not be shown where nobody may be told apart: those under five, and the next-smallest as long as what
 * is hidden could be worked out from the whole.
 *
 * @param groups How many people each has; groups of nobody are never hidden.
 * @returns The values of those to hide.
 * @see Hundepool et al. (2012), Statistical Disclosure Control, section 4.3: complementary suppression in one dimension.
 */
export function hiddenGroups(groups: readonly { value: string; n: number }[]): Set<string> {
  const bySize = groups.filter(({ n }) => n > 0).sort((a, b) => a.n - b.n || (a.value < b.value ? -1 : 1))
  let [count, people] = [0, 0]
  for (const { n } of bySize) {
    const isSafe = count === 0 ? n >= SMALLEST_GROUP : count > 1 && people >= SMALLEST_GROUP && n >= SMALLEST_GROUP
    if (isSafe) break
    count++
    people += n
  }
  return new Set(bySize.slice(0, count).map(({ value }) => value))
}
