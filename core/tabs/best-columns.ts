/**
 * Which column holds which field, by the words for each field: an earlier word wins over a later one, and a column holds
 * one field. The best match of all goes first, so that "Owner" is not lost to a field that also knows the word.
 *
 * @param header Folded, left to right.
 * @param words By field, folded, best first.
 * @returns Positions from 0 of the fields found.
 */
export function bestColumns<F extends string>(
  header: readonly string[],
  words: Record<F, readonly string[]>,
): Partial<Record<F, number>> {
  const matches = (Object.keys(words) as F[]).flatMap((field, order) =>
    words[field].flatMap((word, rank) => {
      const position = header.indexOf(word)
      return position < 0 ? [] : [{ field, position, rank, order }]
    }),
  )
  matches.sort((a, b) => a.rank - b.rank || a.order - b.order)
  const found: Partial<Record<F, number>> = {}
  const taken = new Set<number>()
  for (const { field, position } of matches) {
    if (found[field] !== undefined || taken.has(position)) continue
    found[field] = position
    taken.add(position)
  }
  return found
}
