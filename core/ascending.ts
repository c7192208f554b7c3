/** A sorted copy, smallest first. */
export function ascending(numbers: Iterable<number>): number[] {
  return Array.from(Float64Array.from(numbers).sort())
}
