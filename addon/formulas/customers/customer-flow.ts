import { type PeriodUnit, periodLabel } from '../../../core/calendar/periods.ts'
import { customerFlow } from '../../../core/customers/customer-flow.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { dayColumn, idColumn } from '../reading/column.ts'
import { choice } from '../reading/options.ts'
import { readTable } from '../reading/table.ts'
import { table } from '../results.ts'

/**
 * How many customers ordered in each month: who was new, stayed, came back, and how many of the month before did not.
 *
 * Example: =TS_CUSTOMER_FLOW(Orders!A2:A, Orders!B2:B)
 *
 * @param {range} ids Column with the customer of each order.
 * @param {range} dates Column with the date of each order. A refund on a day of its own counts as a day with an order: give it the date of its order, or leave it out.
 * @param {text} unit [optional] "MONTH", "WEEK", "QUARTER" or "YEAR". "MONTH" if left out.
 * @param {number} headers [optional] 0 leaves out the header row.
 * @return One row per period from the first order to the last, which may not be over: period, active, new, retained (active in the period before too), reactivated, lost (of those active in the period before), and retention and churn as shares of the latter, blank where there were none.
 * @customfunction
 */
export function TS_CUSTOMER_FLOW(ids: Argument, dates: Argument, unit?: Argument, headers?: Argument): Result {
  return inCell('TS_CUSTOMER_FLOW', (context) => {
    const orders = readTable({ ids: idColumn('ids', ids), days: dayColumn(context, 'dates', dates) })
    const period = choice<PeriodUnit>('unit', unit, ['MONTH', 'WEEK', 'QUARTER', 'YEAR'])
    const rows = customerFlow(orders, period, context.weekStart).map((row) => {
      const before = row.retained + row.lost
      const rates = before === 0 ? ['', ''] : [row.retained / before, row.lost / before]
      const label = periodLabel(row.period, period, context.weekStart)
      return [label, row.active, row.added, row.retained, row.reactivated, row.lost, ...rates]
    })
    return table(context.messages.formulas.customerFlow, headers, rows)
  })
}
