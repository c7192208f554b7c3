import type { KpiCustomers, KpiOrders } from '../kpi/kpi-orders.ts'
import type { DaySpan } from '../kpi/kpi-window.ts'

/** The amounts of the orders of some days: of all customers, or of those of one tier, owner or segment. */
export function orderAmounts(
  file: KpiCustomers,
  { customerOf, placeOf, inFile, days, amounts }: KpiOrders,
  { from, until }: DaySpan,
  by: 'tier' | 'owner' | 'segment' | '',
  group: string,
): number[] {
  const isOf = (customer: number) =>
    by === '' || (customer < inFile ? (file[by][placeOf[customer] as number] ?? '') : '') === group
  return amounts.filter((_, row) => {
    const day = days[row] as number
    return day >= from && day < until && isOf(customerOf[row] as number)
  })
}
