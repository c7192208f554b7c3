import { type MissedLimit, missedLimits } from './missed-limits.ts'
import { type Rank, rankAmong } from './rank-among.ts'
import type { Standard } from './standard.ts'
import { standardScores, type Values } from './standard-scores.ts'
import { tierPlace } from './tier-place.ts'
import { type WhyIndicator, whyIndicators } from './why-indicators.ts'

export type WhyScore = {
  standard: string
  version: number
  score?: number
  tier?: string
  /** Place of the score among all scores, the best first. */
  rank?: Rank
  indicators: WhyIndicator[]
  /** Every tier, highest first, with the score that it begins at; none for the lowest. */
  tiers: { label: string; from?: number }[]
  /** The next tier up and the points that are missing; left out at the top. */
  next?: { label: string; from: number; missing: number }
  /** Limits of a valid customer that this one misses: it stays in the lowest tier whatever its score. */
  misses: MissedLimit[]
}

/**
 * Why a customer has the score and tier that a standard gives: each indicator's part, where it stands among all, the
 * bounds, and what would lift the customer a tier.
 *
 * Bounds by SHARE are taken as they stand, though every move shifts them a little.
 *
 * @param row The customer's place among the values.
 * @throws InputError as `standardScores`.
 */
export function whyScore(standard: Standard, valuesOf: (key: string) => Values, row: number): WhyScore {
  const { scores, tiers, bounds } = standardScores(standard, valuesOf)
  const score = scores[row]
  const place = score === undefined ? 0 : tierPlace(score, bounds, standard.cut)
  const bound = score === undefined ? undefined : bounds[place]
  const label = standard.tiers[place + 1]?.label
  const misses = missedLimits(standard, valuesOf, row)
  return {
    standard: standard.name,
    version: standard.version,
    ...(score === undefined ? {} : { score, tier: tiers[row] as string, rank: rankAmong(scores, row, 1) as Rank }),
    indicators: whyIndicators(standard, valuesOf, row, misses.length > 0 ? undefined : bound),
    tiers: standard.tiers
      .map(({ label: name }, at) => ({
        label: name,
        ...(at > 0 && at <= bounds.length ? { from: bounds[at - 1] as number } : {}),
      }))
      .reverse(),
    ...(bound === undefined || label === undefined
      ? {}
      : { next: { label, from: bound, missing: bound - (score as number) } }),
    misses,
  }
}
