import { normalized } from '../../../core/scoring/normalized.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { readMatrix } from '../reading/matrix.ts'
import { besideRows } from '../results.ts'
import { directionsOption, normalizeMethod, scaleOption } from './indicators.ts'

/**
 * Brings columns of different units onto one scale, higher is better.
 *
 * Example: =TS_NORMALIZE(B2:D, "MINMAX", {1,1,-1})
 *
 * @param {range} data Columns of numbers, one per indicator.
 * @param {text} method [optional] "MINMAX", "PERCENTRANK", "ZSCORE" or "ROBUST". "MINMAX" if left out.
 * @param {range} directions [optional] For each column 1 where higher is better, -1 where lower is. All 1 if left out.
 * @param {number} scale [optional] The best value for MINMAX and PERCENTRANK, 100 if left out.
 * @return The columns in the same shape.
 * @customfunction
 */
export function TS_NORMALIZE(data: Argument, method?: Argument, directions?: Argument, scale?: Argument): Result {
  return inCell('TS_NORMALIZE', () => {
    const matrix = readMatrix('data', data)
    const ways = directionsOption(directions, matrix.columns.length)
    const top = scaleOption(scale)
    const columns = matrix.columns.map((values, i) => normalized(values, normalizeMethod(method), ways[i], top))
    return besideRows(matrix, matrix.headings, (row) => columns.map((column) => column[row]))
  })
}
