import type { OrderHistory } from './order-histories.ts'
import { dropoutChances, type RepeatParameters } from './repeat-model.ts'

/**
 * The chance that a customer has not dropped out by T.
 *
 * Under BG it is 1 for everyone with a single order, so it must not rank customers: `activeChance` does.
 *
 * @see Fader, Hardie and Lee (2008), Computing P(alive) Using the BG/NBD Model; Batislam, Denizel and Filiztekin (2007).
 */
export function aliveChance({ model, r, alpha, a, b }: RepeatParameters, { x, tx, T }: OrderHistory): number {
  const k = dropoutChances(model, x)
  if (k === 0) return 1
  return 1 / (1 + (a / (b + k - 1)) * Math.exp((r + x) * Math.log((alpha + T) / (alpha + tx))))
}
