import type { CustomerId, Orders } from '../customers/orders.ts'
import { activeChance } from './active-chance.ts'
import { orderHistories } from './order-histories.ts'
import { repeatFit } from './repeat-fit.ts'

export type ChurnRisk = { customer: CustomerId; risk: number; band: 'low' | 'medium' | 'high' }

export type RiskOptions = { asOf?: number | undefined; horizonDays?: number; bands?: readonly [number, number] }

const DAYS_PER_WEEK = 7

/**
 * The risk that each customer orders no more within the horizon, in order of first appearance.
 *
 * One less the chance to be active by MBG/NBD. A risk on a bound belongs to the band above it.
 *
 * @param options `bands`: where medium and high begin.
 * @returns [] where there are no orders.
 * @throws InputError `fewRepeats`.
 */
export function churnRisks(
  { ids, days }: Orders,
  { asOf, horizonDays = 90, bands: [medium, high] = [0.3, 0.7] }: RiskOptions = {},
): ChurnRisk[] {
  const histories = orderHistories({ ids, days, amounts: days.map(() => 0) }, { asOf })
  if (histories.length === 0) return []
  const fit = repeatFit(histories, 'MBG')
  return histories.map((history) => {
    const risk = 1 - activeChance(fit, history, horizonDays / DAYS_PER_WEEK)
    const band = risk >= high ? 'high' : risk >= medium ? 'medium' : 'low'
    return { customer: history.customer, risk, band }
  })
}
