const MOST = 20

/**
 * What to offer for a field: the values that people have given most often, then the proposals that nobody gave yet.
 *
 * @param given Values as they stand in a column; blanks do not count, nor do case, width and outer spaces.
 * @returns At most twenty, each once.
 */
export function offeredChoices(given: readonly string[], proposals: readonly string[]): string[] {
  const counts = new Map<string, { value: string; count: number }>()
  for (const value of given) {
    const key = plain(value)
    if (key === '') continue
    const known = counts.get(key)
    if (known) known.count++
    else counts.set(key, { value: value.trim(), count: 1 })
  }
  const found = [...counts.values()].sort((a, b) => b.count - a.count).map(({ value }) => value)
  const missing = proposals.filter((proposal) => !counts.has(plain(proposal)))
  return [...found.slice(0, Math.max(0, MOST - missing.length)), ...missing]
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}
