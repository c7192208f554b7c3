import type { NormalizeMethod } from './rescale.ts'
import { partOf, rowWeights, type WeightedIndicator } from './score-parts.ts'

/**
 * One score per row, the sum of its `scoreParts`; 0 to `scale` for MINMAX and PERCENTRANK, higher is better.
 *
 * @returns As long as the indicators; undefined where a row has no indicator that counts.
 * @throws InputError `weightNegative`, `weightsAllZero`, `noSpread`.
 */
export function weightedScores(
  indicators: readonly WeightedIndicator[],
  method: NormalizeMethod = 'MINMAX',
  scale = 100,
): (number | undefined)[] {
  const totals = rowWeights(indicators)
  const parts = indicators.map((indicator) => partOf(indicator, method, scale))
  const scores = new Float64Array(totals.length)
  indicators.forEach(({ values }, i) => {
    const part = parts[i] as (value: number) => number
    for (let row = 0; row < scores.length; row++) {
      const value = values[row]
      const total = totals[row] as number
      if (value !== undefined && total !== 0) scores[row] = (scores[row] as number) + part(value) / total
    }
  })
  const counted: (number | undefined)[] = []
  for (let row = 0; row < scores.length; row++) counted.push(totals[row] === 0 ? undefined : scores[row])
  return counted
}
