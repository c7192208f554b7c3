/** How many of the ascending numbers are below the value, by halving. */
export function countBelow(sorted: ArrayLike<number>, value: number): number {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle] as number) < value) from = middle + 1
    else to = middle
  }
  return from
}
