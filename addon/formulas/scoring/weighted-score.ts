import { scoreParts } from '../../../core/scoring/score-parts.ts'
import { weightedScores } from '../../../core/scoring/weighted-scores.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { readMatrix } from '../reading/matrix.ts'
import { besideRows } from '../results.ts'
import { indicators, normalizeMethod, scaleOption } from './indicators.ts'

/**
 * Gives each customer one score from several indicators and their weights.
 *
 * Example: =TS_WEIGHTED_SCORE(B2:D, {3,2,1}, {1,1,-1})
 *
 * @param {range} data Columns of numbers, one per indicator, one row per customer. Blank indicators are left out of a customer's score.
 * @param {range} weights One weight per column.
 * @param {range} directions [optional] For each column 1 where higher is better, -1 where lower is. All 1 if left out.
 * @param {text} method [optional] "MINMAX", "PERCENTRANK", "ZSCORE" or "ROBUST". "MINMAX" if left out.
 * @param {number} scale [optional] The best score for MINMAX and PERCENTRANK, 100 if left out.
 * @return The score beside each row.
 * @customfunction
 */
export function TS_WEIGHTED_SCORE(
  data: Argument,
  weights: Argument,
  directions?: Argument,
  method?: Argument,
  scale?: Argument,
): Result {
  return inCell('TS_WEIGHTED_SCORE', ({ messages }) => {
    const matrix = readMatrix('data', data)
    const weighted = indicators(matrix, weights, directions)
    const scores = weightedScores(weighted, normalizeMethod(method), scaleOption(scale))
    return besideRows(matrix, [messages.formulas.score], (row) => [scores[row]])
  })
}

/**
 * Shows what each indicator added to each score of TS_WEIGHTED_SCORE: the parts of a row add up to its score.
 *
 * Example: =TS_SCORE_PARTS(B2:D, {3,2,1}, {1,1,-1})
 *
 * @param {range} data Columns of numbers, one per indicator, one row per customer.
 * @param {range} weights One weight per column.
 * @param {range} directions [optional] For each column 1 where higher is better, -1 where lower is. All 1 if left out.
 * @param {text} method [optional] "MINMAX", "PERCENTRANK", "ZSCORE" or "ROBUST". "MINMAX" if left out.
 * @param {number} scale [optional] The best score for MINMAX and PERCENTRANK, 100 if left out.
 * @return The parts in the shape of data.
 * @customfunction
 */
export function TS_SCORE_PARTS(
  data: Argument,
  weights: Argument,
  directions?: Argument,
  method?: Argument,
  scale?: Argument,
): Result {
  return inCell('TS_SCORE_PARTS', () => {
    const matrix = readMatrix('data', data)
    const weighted = indicators(matrix, weights, directions)
    const parts = scoreParts(weighted, normalizeMethod(method), scaleOption(scale))
    return besideRows(matrix, matrix.headings, (row) => parts.map((column) => column[row]))
  })
}
