/** A sorted copy, smallest first. */
export function ascending(numbers: ArrayLike<number>): number[] {
  return Array.from(new Float64Array(numbers).sort())
}
