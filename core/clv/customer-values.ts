import type { CustomerId, PricedOrders } from '../customers/orders.ts'
import { InputError } from '../input-error.ts'
import { activeChance } from './active-chance.ts'
import { aliveChance } from './alive-chance.ts'
import { expectedSpend } from './expected-spend.ts'
import { type OrderHistory, orderHistories } from './order-histories.ts'
import { ordersIfAlive } from './orders-if-alive.ts'
import { type RepeatFit, repeatFit } from './repeat-fit.ts'
import type { RepeatModel } from './repeat-model.ts'
import { LEAST_SPENDERS, spendFit } from './spend-fit.ts'

export type CustomerValue = {
  customer: CustomerId
  expectedOrders: number
  /** The chance to order again within the months, by MBG/NBD. */
  activeChance: number
  /** undefined, as the value, where the customer's repeat orders come to 0 or less. */
  expectedSpend: number | undefined
  value: number | undefined
}

export type ValueOptions = {
  asOf?: number | undefined
  months?: number
  monthlyRate?: number
  margin?: number
  model?: RepeatModel
}

export const WEEKS_PER_MONTH = 4.345

/**
 * What the orders of each customer in the coming months are worth today, in order of first appearance.
 *
 * The sum over months of expected spend x orders expected in that month x margin, discounted at each month's end; a
 * month is 4.345 weeks. Orders are expected by BG/NBD or MBG/NBD, the spend by the Gamma-Gamma model.
 *
 * @returns [] where there are no orders.
 * @throws InputError `fewRepeats`, `fewSpends`, `spendNoMean`.
 */
export function customerValues(
  orders: PricedOrders,
  { asOf, months = 12, monthlyRate = 0.01, margin = 1, model = 'MBG' }: ValueOptions = {},
): CustomerValue[] {
  const histories = orderHistories(orders, { asOf })
  if (histories.length === 0) return []
  const fit = repeatFit(histories, model)
  const activeFit = model === 'MBG' ? fit : repeatFit(histories, 'MBG')
  const { parameters, customers } = spendFit(histories)
  if (parameters === undefined) throw new InputError('fewSpends', { customers, least: LEAST_SPENDERS })
  const ordersOf = ordersAndDiscounted(fit, months, monthlyRate)
  return histories.map((history) => {
    const alive = aliveChance(fit, history)
    const ifAlive = ordersOf(history)
    const spend = expectedSpend(parameters, history.x, history.spend)
    return {
      customer: history.customer,
      expectedOrders: alive * ifAlive.orders,
      activeChance: activeChance(activeFit, history, months * WEEKS_PER_MONTH),
      expectedSpend: spend,
      value: spend === undefined ? undefined : spend * margin * alive * ifAlive.discounted,
    }
  })
}

/** Orders expected over the months if alive, and the same with each month's discounted; once for each different x and T. */
function ordersAndDiscounted(fit: RepeatFit, months: number, monthlyRate: number) {
  const known = new Map<number, Map<number, { orders: number; discounted: number }>>()
  return ({ x, T }: OrderHistory) => {
    const ofX = known.get(x) ?? new Map<number, { orders: number; discounted: number }>()
    known.set(x, ofX)
    const before = ofX.get(T)
    if (before !== undefined) return before
    let orders = 0
    let discounted = 0
    for (let month = 1; month <= months; month++) {
      const upTo = ordersIfAlive(fit, x, T, month * WEEKS_PER_MONTH)
      discounted += (upTo - orders) / (1 + monthlyRate) ** month
      orders = upTo
    }
    const found = { orders, discounted }
    ofX.set(T, found)
    return found
  }
}
