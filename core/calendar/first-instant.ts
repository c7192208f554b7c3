/** The first whole millisecond in (from, to] that `holds`, which then holds to the end. */
export function firstInstant(from: number, to: number, holds: (instant: number) => boolean): number {
  let [low, high] = [from, to]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}
