import { InputError } from '../input-error.ts'
import { indicatorWeights } from '../scoring/indicator-weights.ts'
import { percentages } from './percentages.ts'
import type { StandardIndicator } from './standard.ts'
import type { Values } from './standard-scores.ts'

/**
 * Weights in whole per cent, 100 together, by what the indicators' values tell of the customers; see `indicatorWeights`.
 *
 * Only customers with a value for every indicator have a say.
 *
 * @throws InputError `weightsNeedRows` where fewer than two have; `entropyBelowZero`; `noVariation`.
 */
export function proposedWeights(
  indicators: readonly StandardIndicator[],
  valuesOf: (key: string) => Values,
  method: 'ENTROPY' | 'CRITIC',
): number[] {
  const columns = indicators.map(({ key }) => valuesOf(key))
  const complete = (columns[0] ?? [])
    .map((_, row) => row)
    .filter((row) => columns.every((each) => each[row] !== undefined))
  if (complete.length < 2) throw new InputError('weightsNeedRows', undefined)
  const given = indicators.map(({ label, direction }, at) => {
    const values = complete.map((row) => columns[at]?.[row] as number)
    if (method === 'ENTROPY' && values.some((value) => value < 0)) {
      throw new InputError('entropyBelowZero', { indicator: label })
    }
    return { values, direction }
  })
  return percentages(indicatorWeights(given, method))
}
