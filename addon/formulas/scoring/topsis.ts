import { topsis } from '../../../core/scoring/topsis.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { besideRows } from '../results.ts'
import { readFilledMatrix } from './filled-matrix.ts'
import { indicators } from './indicators.ts'

/**
 * Ranks customers by how near each comes to the best of every indicator and how far it is from the worst (TOPSIS).
 *
 * Example: =TS_TOPSIS(B2:D, {3,2,1}, {1,1,-1})
 *
 * @param {range} data Columns of numbers, one per indicator, one row per customer, without gaps.
 * @param {range} weights One weight per column.
 * @param {range} directions [optional] For each column 1 where higher is better, -1 where lower is. All 1 if left out.
 * @return Closeness beside each row, from 0, the worst in everything, to 1, the best; 0.5 where all rows are the same.
 * @customfunction
 */
export function TS_TOPSIS(data: Argument, weights: Argument, directions?: Argument): Result {
  return inCell('TS_TOPSIS', ({ messages }) => {
    const { matrix, columns, placeOf } = readFilledMatrix('data', data)
    const weighted = indicators(matrix, weights, directions)
    const closeness = topsis(weighted.map((indicator, i) => ({ ...indicator, values: columns[i] as number[] })))
    return besideRows(matrix, [messages.formulas.closeness], (row) => [closeness[placeOf(row)]])
  })
}
