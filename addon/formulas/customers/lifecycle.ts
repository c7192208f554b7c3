import { lifecycle } from '../../../core/customers/lifecycle.ts'
import { inCell } from '../in-cell.ts'
import { asOfOption } from '../reading/as-of-option.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { dayColumn, idColumn } from '../reading/column.ts'
import { atLeast } from '../reading/number-checks.ts'
import { wholeOption } from '../reading/options.ts'
import { readTable } from '../reading/table.ts'
import { table } from '../results.ts'

/**
 * Tells for every customer whether it is new, active, reactivated, at risk or lost.
 *
 * Example: =TS_LIFECYCLE(Orders!A2:A, Orders!B2:B)
 *
 * @param {range} ids Column with the customer of each order.
 * @param {range} dates Column with the date of each order. A refund in a row of its own counts as one more order: leave it out.
 * @param {date} as_of [optional] Day to count to. The day after the last order if left out; later orders are left out.
 * @param {number} active_days [optional] Up to this many days since the last order a customer is active, 90 if left out.
 * @param {number} lost_days [optional] After this many days it is lost, 180 if left out.
 * @param {number} headers [optional] 0 leaves out the header row.
 * @return One row per customer: customer, stage (New until active_days after the first order, Reactivated after a gap of more than lost_days), days since the last order, orders, usual gap between orders in days.
 * @customfunction
 */
export function TS_LIFECYCLE(
  ids: Argument,
  dates: Argument,
  as_of?: Argument,
  active_days?: Argument,
  lost_days?: Argument,
  headers?: Argument,
): Result {
  return inCell('TS_LIFECYCLE', (context) => {
    const orders = readTable({ ids: idColumn('ids', ids), days: dayColumn(context, 'dates', dates) })
    const asOf = asOfOption(context, as_of, orders.days)
    const activeDays = wholeOption('active_days', active_days, 0) ?? 90
    const lostDays = wholeOption('lost_days', lost_days, 0) ?? 180
    atLeast(activeDays)(lostDays, { argument: 'lost_days' })
    const customers = lifecycle(orders, { asOf, activeDays, lostDays })
    const { formulas, lifecycleStages } = context.messages
    const rows = customers.map((row) => [
      row.customer,
      lifecycleStages[row.stage],
      row.daysSince,
      row.orders,
      row.usualGap,
    ])
    return table(formulas.lifecycle, headers, rows)
  })
}
