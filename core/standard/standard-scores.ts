import { weightedScores } from '../scoring/weighted-scores.ts'
import { isValidCustomer } from './is-valid-customer.ts'
import type { Standard } from './standard.ts'
import { tierBounds } from './tier-bounds.ts'
import { tierPlace } from './tier-place.ts'

/** The values of an indicator, one per customer; undefined where a customer has none. */
export type Values = readonly (number | undefined)[]

export type StandardScores = {
  /** 0 to 100, higher is better; undefined where a customer has no value that counts. */
  scores: (number | undefined)[]
  tiers: (string | undefined)[]
  /** As `tierBounds` gives them. */
  bounds: number[]
}

/**
 * Every customer's score and tier under a standard: the one place where they are counted, in the script and in the form.
 *
 * A customer that misses a limit keeps the score and stands in the lowest tier.
 *
 * @param valuesOf The values of an indicator by its key, all equally long.
 * @throws InputError `weightNegative`, `weightsAllZero`.
 */
export function standardScores(standard: Standard, valuesOf: (key: string) => Values): StandardScores {
  const { indicators, method, cut, tiers } = standard
  const weighed = indicators.map(({ key, direction, weight }) => ({ values: valuesOf(key), direction, weight }))
  const scores = weightedScores(weighed, method)
  const bounds = tierBounds(standard, scores)
  const isValid = isValidCustomer(standard, valuesOf)
  return {
    scores,
    bounds,
    tiers: scores.map((score, row) => {
      if (score === undefined) return undefined
      return tiers[isValid(row) ? tierPlace(score, bounds, cut) : 0]?.label
    }),
  }
}
