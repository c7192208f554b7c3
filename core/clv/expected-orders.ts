import { aliveChance } from './alive-chance.ts'
import type { OrderHistory } from './order-histories.ts'
import { ordersIfAlive } from './orders-if-alive.ts'
import type { RepeatParameters } from './repeat-model.ts'

/**
 * The orders expected of a customer within `t` after T, in view of those so far; `t` in the unit of the history.
 *
 * @see Fader, Hardie and Lee (2005), equation 10, for BG; Batislam, Denizel and Filiztekin (2007), equation 8, for MBG.
 */
export function expectedOrders(parameters: RepeatParameters, history: OrderHistory, t: number): number {
  return aliveChance(parameters, history) * ordersIfAlive(parameters, history.x, history.T, t)
}
