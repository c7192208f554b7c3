import type { TierPlace } from './attention-reasons.ts'
import type { TierCare } from './tier-care.ts'

export type RankedPlace = TierPlace & { rank: number; low: boolean }

/**
 * How high each tier stands and how it is cared for: high in the upper half of the tiers, low in the lower half. The
 * one in the middle is neither.
 *
 * @param tierOrder Lowest first.
 */
export function tierPlaces(tierOrder: readonly string[], care: readonly TierCare[]): Map<string, RankedPlace> {
  const middle = (tierOrder.length - 1) / 2
  const careOf = new Map(care.map((line) => [line.tier, line]))
  return new Map(
    tierOrder.map((tier, rank) => [tier, { rank, care: careOf.get(tier), high: rank > middle, low: rank < middle }]),
  )
}
