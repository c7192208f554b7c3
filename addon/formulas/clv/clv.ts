import { customerValues } from '../../../core/clv/customer-values.ts'
import type { RepeatModel } from '../../../core/clv/repeat-model.ts'
import { inCell } from '../in-cell.ts'
import { asOfOption } from '../reading/as-of-option.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { discountRate, marginShare } from '../reading/number-checks.ts'
import { choice, numberOption, wholeOption } from '../reading/options.ts'
import { table } from '../results.ts'
import { pricedOrders } from './priced-orders.ts'

/** A hundred years. */
const MOST_MONTHS = 1200

/**
 * Forecasts each customer's orders and what they are worth, from who ordered when and for how much.
 *
 * Example: =TS_CLV(Orders!A2:A, Orders!B2:B, Orders!C2:C, , 12, 0.01, 0.3)
 *
 * @param {range} ids Column with the customer of each order.
 * @param {range} dates Column with the date of each order. Orders of one day are one.
 * @param {range} amounts Column with the amount of each order, refunds negative. A refund on a day of its own counts as a day with an order: give it the date of its order, or leave it out.
 * @param {date} as_of [optional] Day to forecast from. The day after the last order if left out; later orders are left out.
 * @param {number} months [optional] Months ahead, each 4.345 weeks. 12 if left out.
 * @param {number} monthly_rate [optional] Rate by which later orders count less: 0.01 is 1 % a month, which is also meant if left out.
 * @param {number} margin [optional] Share of the amount that is profit: 0.3 is 30 %. 1 if left out.
 * @param {text} model [optional] "MBG" lets customers drop out after any order, "BG" after repeat orders only. "MBG" if left out.
 * @param {number} headers [optional] 0 leaves out the header row.
 * @return One row per customer: customer, orders expected in those months, chance of any (always by "MBG"), amount expected per order, value. The last two are blank where a customer's repeat orders come to 0 or less.
 * @customfunction
 */
export function TS_CLV(
  ids: Argument,
  dates: Argument,
  amounts: Argument,
  as_of?: Argument,
  months?: Argument,
  monthly_rate?: Argument,
  margin?: Argument,
  model?: Argument,
  headers?: Argument,
): Result {
  return inCell('TS_CLV', (context) => {
    const orders = pricedOrders(context, ids, dates, amounts)
    const options = {
      asOf: asOfOption(context, as_of, orders.days),
      months: wholeOption('months', months, 1, MOST_MONTHS) ?? 12,
      monthlyRate: numberOption('monthly_rate', monthly_rate, discountRate) ?? 0.01,
      margin: numberOption('margin', margin, marginShare) ?? 1,
      model: choice<RepeatModel>('model', model, ['MBG', 'BG']),
    }
    const rows = customerValues(orders, options).map((row) => [
      row.customer,
      row.expectedOrders,
      row.activeChance,
      row.expectedSpend,
      row.value,
    ])
    return table(context.messages.formulas.customerValues, headers, rows)
  })
}
