import { orderHistories } from '../../../core/clv/order-histories.ts'
import { repeatFit } from '../../../core/clv/repeat-fit.ts'
import type { RepeatModel } from '../../../core/clv/repeat-model.ts'
import { spendFit } from '../../../core/clv/spend-fit.ts'
import { inCell } from '../in-cell.ts'
import { asOfOption } from '../reading/as-of-option.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { choice } from '../reading/options.ts'
import { table } from '../results.ts'
import { pricedOrders } from './priced-orders.ts'
import { daysPerUnit } from './unit-option.ts'

/**
 * Fits the models of repeat orders and of spend that TS_CLV reckons with, and shows how sure their parameters are.
 *
 * Example: =TS_CLV_FIT(Orders!A2:A, Orders!B2:B, Orders!C2:C)
 *
 * @param {range} ids Column with the customer of each order.
 * @param {range} dates Column with the date of each order. Orders of one day are one.
 * @param {range} amounts Column with the amount of each order, refunds negative. A refund on a day of its own counts as a day with an order: give it the date of its order, or leave it out.
 * @param {date} as_of [optional] Day to count to. The day after the last order if left out; later orders are left out.
 * @param {text} model [optional] "MBG" lets customers drop out after any order, "BG" after repeat orders only. "MBG" if left out.
 * @param {text} unit [optional] "WEEK", "DAY" or "MONTH" of 4.345 weeks: alpha is in it. "WEEK" if left out.
 * @param {number} headers [optional] 0 leaves out the header row.
 * @return Parameter, value and standard error: r, alpha, a, b, log_likelihood and customers of the orders; p, q, v, spend_log_likelihood and repeat_customers of the spend; note on anything unusual. What cannot be told stays blank.
 * @customfunction
 */
export function TS_CLV_FIT(
  ids: Argument,
  dates: Argument,
  amounts: Argument,
  as_of?: Argument,
  model?: Argument,
  unit?: Argument,
  headers?: Argument,
): Result {
  return inCell('TS_CLV_FIT', (context) => {
    const priced = pricedOrders(context, ids, dates, amounts)
    const options = { asOf: asOfOption(context, as_of, priced.days), daysPerUnit: daysPerUnit(unit) }
    const chosen = choice<RepeatModel>('model', model, ['MBG', 'BG'])
    const histories = orderHistories(priced, options)
    const orders = repeatFit(histories, chosen)
    const spends = spendFit(histories)
    // Where all spend the same, the parameters only stand for that.
    const shown = spends.logLikelihood === undefined ? undefined : spends.parameters
    const { formulas, clvNotes } = context.messages
    const notes = [...orders.notes, ...spends.notes].map((note) => clvNotes[note])
    if (spends.leftOut > 0) notes.push(clvNotes.spendsLeftOut(spends.leftOut))
    return table(formulas.clvFit, headers, [
      ['r', orders.r, orders.errors[0]],
      ['alpha', orders.alpha, orders.errors[1]],
      ['a', orders.a, orders.errors[2]],
      ['b', orders.a === 0 ? undefined : orders.b, orders.errors[3]],
      ['log_likelihood', orders.logLikelihood, undefined],
      ['customers', orders.customers, undefined],
      ['p', shown?.p, spends.errors[0]],
      ['q', shown?.q, spends.errors[1]],
      ['v', shown?.v, spends.errors[2]],
      ['spend_log_likelihood', spends.logLikelihood, undefined],
      ['repeat_customers', spends.customers, undefined],
      ['note', notes.join(clvNotes.between), undefined],
    ])
  })
}
