/**
 * The value below which the share `part / of` of the numbers lies, interpolated linearly, as PERCENTILE.INC.
 *
 * The position is `part * (n - 1) / of`, so that a whole position gives one of the numbers exactly: with 11 numbers
 * `percentileInc(sorted, 2, 5)` is the fifth, free of the rounding in 0.4.
 *
 * @param sorted Ascending, at least one number.
 * @param part 0 to `of`.
 */
export function percentileInc(sorted: ArrayLike<number>, part: number, of = 1): number {
  const position = (part * (sorted.length - 1)) / of
  const below = Math.floor(position)
  const low = sorted[below] as number
  const high = sorted[below + 1] ?? low
  return low + (high - low) * (position - below)
}
