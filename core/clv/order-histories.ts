import { asOfDay } from '../customers/as-of-day.ts'
import { customerRows } from '../customers/customer-rows.ts'
import { orderCustomers } from '../customers/order-customers.ts'
import type { CustomerId, PricedOrders } from '../customers/orders.ts'
import { groupedSums } from '../maths/grouped-sums.ts'

/** What the models of repeat orders know of a customer; times in one unit. */
export type OrderHistory = {
  /** Days with orders after the first. */
  x: number
  /** Time from the first order to the last. */
  tx: number
  /** Time from the first order to the day that is counted to. */
  T: number
}

export type CustomerHistory = OrderHistory & {
  customer: CustomerId
  /** Mean of what the days after the first came to; undefined without such days. */
  spend: number | undefined
}

export type HistoryOptions = { asOf?: number | undefined; daysPerUnit?: number }

/**
 * Each customer's repeat orders, in order of first appearance.
 *
 * Orders of one day are one transaction and its amount their sum, refunds taken off. Orders after `asOf` are left out.
 *
 * @param options `asOf`: the day after the last order by default; `daysPerUnit`: 7 by default, for weeks.
 * @see Fader, Hardie and Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24, for x, t_x and T.
 */
export function orderHistories(
  { ids, days, amounts }: PricedOrders,
  { asOf, daysPerUnit = 7 }: HistoryOptions = {},
): CustomerHistory[] {
  const until = asOfDay(days, asOf)
  const { customers, customerOf } = orderCustomers(ids, days, until)
  const { rows, starts } = customerRows(customerOf, customers.length)
  const repeats = groupedSums(customers.length)
  return customers.map((customer, i) => {
    const own = [...rows.subarray(starts[i], starts[i + 1])].sort((a, b) => (days[a] as number) - (days[b] as number))
    const first = days[own[0] as number] as number
    let last = first
    let x = 0
    for (const row of own) {
      const day = days[row] as number
      if (day === first) continue
      if (day > last) x += 1
      last = day
      repeats.add(i, amounts[row] as number)
    }
    const spend = x === 0 ? undefined : repeats.of(i) / x
    return { customer, x, tx: (last - first) / daysPerUnit, T: (until - first) / daysPerUnit, spend }
  })
}
