import type { KpiOrders } from '../kpi/kpi-orders.ts'
import type { DaySpan } from '../kpi/kpi-window.ts'
import { groupedSums } from '../maths/grouped-sums.ts'

/** What can be said of one customer from the orders. */
export const customerMeasures = ['revenue', 'orders', 'average_order'] as const
export type CustomerMeasure = (typeof customerMeasures)[number]

/**
 * One customer's revenue, number of orders or mean order over some days.
 *
 * @param ids The customer file's, in its order.
 * @returns `value` undefined for the mean of no order; undefined for a customer whom the file lacks.
 */
export function customerFigure(
  measure: CustomerMeasure,
  id: string,
  ids: readonly string[],
  { customerOf, placeOf, days, amounts }: KpiOrders,
  { from, until }: DaySpan,
): { value: number | undefined; n: number } | undefined {
  const customer = placeOf.findIndex((place) => ids[place] === id)
  if (customer < 0) return undefined
  const sums = groupedSums(1)
  let n = 0
  customerOf.forEach((each, row) => {
    const day = days[row] as number
    if (each !== customer || day < from || day >= until) return
    sums.add(0, amounts[row] as number)
    n++
  })
  const mean = n === 0 ? undefined : sums.of(0) / n
  return { value: { revenue: sums.of(0), orders: n, average_order: mean }[measure], n }
}
