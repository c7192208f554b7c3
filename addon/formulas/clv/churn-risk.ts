import { churnRisks } from '../../../core/clv/churn-risks.ts'
import { InputError } from '../../../core/input-error.ts'
import { inCell } from '../in-cell.ts'
import { asOfOption } from '../reading/as-of-option.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { dayColumn, idColumn } from '../reading/column.ts'
import { numberList } from '../reading/lists.ts'
import { within } from '../reading/number-checks.ts'
import { wholeOption } from '../reading/options.ts'
import { readTable } from '../reading/table.ts'
import { table } from '../results.ts'

/**
 * Estimates for each customer the risk that it does not order within the coming days.
 *
 * Example: =TS_CHURN_RISK(Orders!A2:A, Orders!B2:B, , 90)
 *
 * @param {range} ids Column with the customer of each order.
 * @param {range} dates Column with the date of each order. Orders of one day are one. A refund on a day of its own counts as a day with an order: give it the date of its order, or leave it out.
 * @param {date} as_of [optional] Day to look ahead from. The day after the last order if left out; later orders are left out.
 * @param {number} horizon_days [optional] Days ahead, 90 if left out.
 * @param {range} bands [optional] The risks from which on it is Medium and High. {0.3,0.7} if left out.
 * @param {number} headers [optional] 0 leaves out the header row.
 * @return One row per customer: customer, risk from 0 to 1, Low, Medium or High.
 * @customfunction
 */
export function TS_CHURN_RISK(
  ids: Argument,
  dates: Argument,
  as_of?: Argument,
  horizon_days?: Argument,
  bands?: Argument,
  headers?: Argument,
): Result {
  return inCell('TS_CHURN_RISK', (context) => {
    const orders = readTable({ ids: idColumn('ids', ids), days: dayColumn(context, 'dates', dates) })
    const options = {
      asOf: asOfOption(context, as_of, orders.days),
      horizonDays: wholeOption('horizon_days', horizon_days, 1) ?? 90,
      bands: riskBands(bands),
    }
    const { formulas, riskBands: words } = context.messages
    const rows = churnRisks(orders, options).map(({ customer, risk, band }) => [customer, risk, words[band]])
    return table(formulas.churnRisk, headers, rows)
  })
}

function riskBands(given: Argument): [number, number] {
  const bands = numberList('bands', given, within(0, 1)) ?? [0.3, 0.7]
  const [medium, high] = bands
  if (medium === undefined || high === undefined || bands.length > 2) {
    throw new InputError('bandsNotTwo', { count: bands.length })
  }
  if (high <= medium) throw new InputError('notAscending', { argument: 'bands', before: medium, value: high })
  return [medium, high]
}
