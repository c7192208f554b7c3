import { aliveChance } from './alive-chance.ts'
import type { OrderHistory } from './order-histories.ts'
import type { RepeatParameters } from './repeat-model.ts'

/**
 * The chance that a customer orders again within `t`: that it has not dropped out, and orders before `t` is over.
 *
 * @param parameters Of MBG/NBD: under BG/NBD nobody drops out before a repeat order.
 */
export function activeChance(parameters: RepeatParameters, history: OrderHistory, t: number): number {
  const { r, alpha } = parameters
  const ordersIfAlive = -Math.expm1(-(r + history.x) * Math.log1p(t / (alpha + history.T)))
  return aliveChance(parameters, history) * ordersIfAlive
}
