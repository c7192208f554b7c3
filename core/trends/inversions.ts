/** How many pairs of places have the larger value first; merge sort counts them in n log n steps. */
export function inversions(values: readonly number[]): number {
  const n = values.length
  let from = Float64Array.from(values)
  let to = new Float64Array(n)
  let count = 0
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) count += merge(from, to, start, width)
    ;[from, to] = [to, from]
  }
  return count
}

/** Merges two sorted runs and counts for each value of the second how many larger ones of the first stood before it. */
function merge(from: Float64Array, to: Float64Array, start: number, width: number): number {
  const middle = Math.min(start + width, from.length)
  const end = Math.min(start + 2 * width, from.length)
  let left = start
  let right = middle
  let count = 0
  for (let i = start; i < end; i++) {
    if (right >= end || (left < middle && (from[left] as number) <= (from[right] as number))) {
      to[i] = from[left++] as number
    } else {
      to[i] = from[right++] as number
      count += middle - left
    }
  }
  return count
}
