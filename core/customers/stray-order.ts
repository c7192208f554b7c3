const YEAR = 366

/**
 * The latest order, where it lies more than a year after all others and so is likely a slip of the keys; else undefined.
 *
 * One such date would add its distance to the recency of every other customer. Two orders or more on so late a day are
 * no slip, and neither is the only order.
 *
 * @param days Day of each order, in any order.
 * @returns Position among `days`.
 */
export function strayOrder(days: readonly number[]): number | undefined {
  let latest = 0
  let before = -Infinity
  for (let row = 1; row < days.length; row++) {
    const day = days[row] as number
    const last = days[latest] as number
    if (day > last) {
      before = last
      latest = row
    } else if (day > before) before = day
  }
  return before !== -Infinity && (days[latest] as number) - before > YEAR ? latest : undefined
}
