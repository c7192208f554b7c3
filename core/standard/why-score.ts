import { normalized } from '../scoring/normalized.ts'
import { scoreParts } from '../scoring/score-parts.ts'
import { isValidCustomer } from './is-valid-customer.ts'
import { liftingValue } from './lifting-value.ts'
import { limitKeys } from './limit-keys.ts'
import { type Rank, rankAmong } from './rank-among.ts'
import type { Standard } from './standard.ts'
import { standardScores, type Values } from './standard-scores.ts'
import { tierPlace } from './tier-place.ts'

export type WhyIndicator = {
  key: string
  label: string
  direction: 1 | -1
  /** Its share of the standard's weights, 0 to 1. */
  share: number
  value?: number
  /** What it adds to the score, and the most that it could add to this customer's. */
  points?: number
  most?: number
  /** Where the value stands among all that have one. */
  rank?: Rank
  lowest?: number
  highest?: number
  /** The value that alone would lift the customer over the next bound; left out where none would. */
  lift?: number
}

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
  misses: { limit: keyof typeof limitKeys; value: number; bound: number }[]
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

function whyIndicators(
  { indicators, method, cut }: Standard,
  valuesOf: (key: string) => Values,
  row: number,
  bound: number | undefined,
): WhyIndicator[] {
  const columns = indicators.map(({ key }) => valuesOf(key))
  const weighed = indicators.map(({ weight, direction }, at) => ({ values: columns[at] as Values, weight, direction }))
  const parts = scoreParts(weighed, method)
  const own = indicators.map(({ direction }, at) => normalized(columns[at] as Values, method, direction)[row])
  const all = indicators.reduce((sum, { weight }) => sum + weight, 0)
  const known = (at: number) => columns[at]?.[row] !== undefined
  /** The score with other points in one place, added up as `weightedScores` does. */
  const scoreWith = (place: number, points: number) => {
    const counts = indicators.map((_, at) => at === place || known(at))
    const total = indicators.reduce((sum, { weight }, at) => (counts[at] ? sum + weight : sum), 0)
    return indicators.reduce((sum, { weight }, at) => {
      if (!counts[at] || total === 0) return sum
      return sum + ((at === place ? points : (own[at] as number)) * weight) / total
    }, 0)
  }
  return indicators.map(({ key, label, direction, weight }, at) => {
    const values = columns[at] as Values
    const value = values[row]
    const total = indicators.reduce((sum, each, i) => (i === at || known(i) ? sum + each.weight : sum), 0)
    const suffices = (points: number) => tierPlace(scoreWith(at, points), [bound as number], cut) === 1
    const lift =
      bound === undefined || weight === 0 ? undefined : liftingValue({ values, row, direction, method, suffices })
    const part = parts[at]?.[row]
    return {
      ...{ key, label, direction, share: weight / all },
      ...(value === undefined ? {} : { value, rank: rankAmong(values, row, direction) as Rank }),
      ...(part === undefined ? {} : { points: part, most: (weight / total) * 100 }),
      ...ends(values),
      ...(lift === undefined ? {} : { lift }),
    }
  })
}

function ends(values: Values): { lowest?: number; highest?: number } {
  let lowest = Infinity
  let highest = -Infinity
  for (const value of values) {
    if (value === undefined) continue
    if (value < lowest) lowest = value
    if (value > highest) highest = value
  }
  return lowest === Infinity ? {} : { lowest, highest }
}

function missedLimits(standard: Standard, valuesOf: (key: string) => Values, row: number): WhyScore['misses'] {
  if (isValidCustomer(standard, valuesOf)(row)) return []
  const { probability, collectDays } = standard.limits
  return (['probability', 'collectDays'] as const).flatMap((limit) => {
    const bound = limit === 'probability' ? probability : collectDays
    const value = bound === null ? undefined : valuesOf(limitKeys[limit])[row]
    if (bound === null || value === undefined) return []
    return (limit === 'probability' ? value < bound : value > bound) ? [{ limit, value, bound }] : []
  })
}
