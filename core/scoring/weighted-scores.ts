import type { NormalizeMethod } from './normalized.ts'
import { scoreParts, type WeightedIndicator } from './score-parts.ts'

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
  const scores = new Array<number | undefined>(indicators[0]?.values.length ?? 0).fill(undefined)
  for (const column of scoreParts(indicators, method, scale)) {
    column.forEach((part, row) => {
      if (part !== undefined) scores[row] = (scores[row] ?? 0) + part
    })
  }
  return scores
}
