import { scoreParts } from '../../core/scoring/score-parts.ts'
import { checkStandard } from '../../core/standard/check-standard.ts'
import { limitKeys } from '../../core/standard/limit-keys.ts'
import { neededKeys } from '../../core/standard/needed-keys.ts'
import type { Standard } from '../../core/standard/standard.ts'
import { standardScores } from '../../core/standard/standard-scores.ts'
import type { ScoredCustomers } from '../../core/tiering/scored-customers.ts'
import { userMessages } from '../user-language.ts'
import { currentStandard } from './current-standards.ts'
import { type StandardValues, standardValues } from './standard-values.ts'

/** A run of a standard with what it read: the customer tab, and the rows of the dated tabs. */
export type ScoreRun = { scored: ScoredCustomers; values: StandardValues }

/**
 * Every customer's score and tier by a standard; nothing is written.
 *
 * @param standard By default the one that the first standard's next run applies.
 * @throws InputError for a standard or a tab that cannot be scored, with what to mend.
 */
export function scoreCustomers(standard: Standard = currentStandard()): ScoreRun {
  checkStandard(standard)
  const values = standardValues(namedKeys(standard), standard.product)
  const { ids, valuesOf, asOf } = values
  const { scores, tiers } = standardScores(standard, valuesOf)
  const weighed = standard.indicators.map(({ key, direction, weight }) => ({
    values: valuesOf(key),
    direction,
    weight,
  }))
  const parts = scoreParts(weighed, standard.method)
  const indicators = standard.indicators.map((indicator, at) => ({
    ...indicator,
    values: valuesOf(indicator.key),
    points: parts[at] ?? [],
  }))
  const tierOrder = standard.tiers.map(({ label }) => label)
  const scored = { standard: standard.name, version: standard.version, tierOrder, ids, scores, tiers, indicators, asOf }
  return { scored, values }
}

/** The keys that a standard looks at, each with what it is called. */
export function namedKeys(standard: Standard): { key: string; label: string }[] {
  const words = userMessages().standardWords
  const names = new Map<string, string>([
    [limitKeys.probability, words.probability],
    [limitKeys.collectDays, words.collectDays],
    ...standard.indicators.map(({ key, label }) => [key, label] as const),
  ])
  return neededKeys(standard).map((key) => ({ key, label: names.get(key) as string }))
}
