import { orderHistories } from '../../../core/clv/order-histories.ts'
import { inCell } from '../in-cell.ts'
import { asOfOption } from '../reading/as-of-option.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { table } from '../results.ts'
import { pricedOrders } from './priced-orders.ts'
import { daysPerUnit } from './unit-option.ts'

/**
 * Sums up each customer's repeat orders as models of customer value need them; orders of one day are one.
 *
 * Example: =TS_CLV_SUMMARY(Orders!A2:A, Orders!B2:B, Orders!C2:C)
 *
 * @param {range} ids Column with the customer of each order.
 * @param {range} dates Column with the date of each order.
 * @param {range} amounts Column with the amount of each order, refunds negative. A refund on a day of its own counts as a day with an order: give it the date of its order, or leave it out.
 * @param {date} as_of [optional] Day to count to. The day after the last order if left out; later orders are left out.
 * @param {text} unit [optional] "WEEK", "DAY" or "MONTH" of 4.345 weeks, for t_x and T. "WEEK" if left out.
 * @param {number} headers [optional] 0 leaves out the header row.
 * @return One row per customer: customer, x (days with orders after the first), t_x (time from first to last order), T (time from first order to as_of), mean amount of the days after the first, blank without any.
 * @customfunction
 */
export function TS_CLV_SUMMARY(
  ids: Argument,
  dates: Argument,
  amounts: Argument,
  as_of?: Argument,
  unit?: Argument,
  headers?: Argument,
): Result {
  return inCell('TS_CLV_SUMMARY', (context) => {
    const orders = pricedOrders(context, ids, dates, amounts)
    const options = { asOf: asOfOption(context, as_of, orders.days), daysPerUnit: daysPerUnit(unit) }
    const histories = orderHistories(orders, options)
    const rows = histories.map(({ customer, x, tx, T, spend }) => [customer, x, tx, T, spend])
    return table(context.messages.formulas.clvSummary, headers, rows)
  })
}
