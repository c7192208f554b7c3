import { normalizer } from '../scoring/normalized.ts'
import { liftingValue } from './lifting-value.ts'
import { type Rank, rankAmong } from './rank-among.ts'
import type { Standard } from './standard.ts'
import type { Values } from './standard-scores.ts'
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

/**
 * What each indicator adds to one customer's score, and the value that alone would lift the customer over a bound.
 *
 * @param row The customer's place among the values.
 * @param bound The score that the next tier begins at; undefined where nothing is to be lifted.
 */
export function whyIndicators(
  { indicators, method, cut }: Standard,
  valuesOf: (key: string) => Values,
  row: number,
  bound: number | undefined,
): WhyIndicator[] {
  const columns = indicators.map(({ key }) => valuesOf(key))
  const own = indicators.map(({ direction }, at) => {
    const value = columns[at]?.[row]
    return value === undefined ? undefined : normalizer(columns[at] as Values, method, direction, 100)(value)
  })
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
    const part = own[at]
    return {
      ...{ key, label, direction, share: weight / all },
      ...(value === undefined ? {} : { value, rank: rankAmong(values, row, direction) as Rank }),
      ...(part === undefined || total === 0 ? {} : { points: (part * weight) / total, most: (weight / total) * 100 }),
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
