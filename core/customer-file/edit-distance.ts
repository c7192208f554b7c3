/**
 * The least number of letters to insert, drop, replace or swap with their neighbour that turn one text into the other
 * (optimal string alignment, the restricted Damerau-Levenshtein distance); undefined above `most`.
 *
 * Replacing a Chinese character counts as two, and so does swapping two: they are words, not letters.
 * Only the band of `most` beside the diagonal is looked at, so that it takes time in proportion to length times `most`.
 *
 * @param a Code points.
 * @see Boytsov 2011, Indexing methods for approximate dictionary searching, section 2.2
 */
export function editDistance(a: readonly number[], b: readonly number[], most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined
  const far = most + 1
  let before: number[] = new Array(b.length + 1).fill(far)
  let row = before.map((_, at) => Math.min(at, far))
  let next = [...before]
  let lastLeast = 0
  for (let i = 1; i <= a.length; i++) {
    const letter = a[i - 1] as number
    const from = i > most ? i - most : 1
    const to = Math.min(i + most, b.length)
    next[from - 1] = from === 1 && i <= most ? i : far
    let least = next[from - 1] as number
    for (let j = from; j <= to; j++) {
      const other = b[j - 1] as number
      let edits = (row[j - 1] as number) + (letter === other ? 0 : isWord(letter) ? 2 : 1)
      const fewest = Math.min(row[j] as number, next[j - 1] as number) + 1
      if (fewest < edits) edits = fewest
      if (i > 1 && j > 1 && letter === b[j - 2] && a[i - 2] === other) {
        const swapped = (before[j - 2] as number) + (isWord(letter) ? 2 : 1)
        if (swapped < edits) edits = swapped
      }
      next[j] = edits
      if (edits < least) least = edits
    }
    if (to < b.length) next[to + 1] = far
    if (least > most && lastLeast > most) return undefined
    lastLeast = least
    const free = before
    before = row
    row = next
    next = free
  }
  const edits = row[b.length] as number
  return edits <= most ? edits : undefined
}

function isWord(letter: number): boolean {
  return letter >= 0x3400 && letter <= 0x9fff
}
