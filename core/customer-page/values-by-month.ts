import { periodOf } from '../calendar/periods.ts'

type Value = { day: number; amount: number }

/**
 * What orders were worth month by month.
 *
 * @param orders `day` in days since 1970-01-01, in any order.
 * @param last The last month shown, as `periodOf` numbers months.
 * @param months How many are shown.
 * @returns One sum a month, oldest first; orders of other months are left out.
 */
export function valuesByMonth(orders: readonly Value[], last: number, months: number): number[] {
  const sums = new Array<number>(months).fill(0)
  for (const { day, amount } of orders) {
    const at = periodOf(day, 'MONTH') - last + months - 1
    if (at >= 0 && at < months) sums[at] = (sums[at] as number) + amount
  }
  return sums
}
