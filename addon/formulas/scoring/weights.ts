import { InputError } from '../../../core/input-error.ts'
import { indicatorWeights } from '../../../core/scoring/indicator-weights.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { choice } from '../reading/options.ts'
import { type FilledMatrix, readFilledMatrix } from './filled-matrix.ts'
import { directionsOption } from './indicators.ts'

/**
 * Works out how much each indicator should count from the data alone: columns that tell customers apart more weigh more.
 *
 * Example: =TS_WEIGHTS(B2:D, "CRITIC", {1,1,-1})
 *
 * @param {range} data Columns of numbers, one per indicator, one row per customer, without gaps. A column that is the same in every row weighs 0.
 * @param {text} method [optional] "ENTROPY": by how unevenly a column is shared out, for values of 0 or more (TS_NORMALIZE others first). "CRITIC": by spread that other columns do not repeat. "STDEV": by spread on a scale from lowest to highest. "EQUAL". "ENTROPY" if left out.
 * @param {range} directions [optional] For each column 1 where higher is better, -1 where lower is. Only "CRITIC" looks at it.
 * @return One row of weights that add up to 1, in the order of the columns.
 * @customfunction
 */
export function TS_WEIGHTS(data: Argument, method?: Argument, directions?: Argument): Result {
  return inCell('TS_WEIGHTS', () => {
    const filled = readFilledMatrix('data', data)
    const way = choice('method', method, ['ENTROPY', 'CRITIC', 'STDEV', 'EQUAL'])
    const ways = directionsOption(directions, filled.columns.length)
    if (way === 'ENTROPY') refuseNegatives(filled)
    const indicators = filled.columns.map((values, i) => ({ values, direction: ways[i] ?? 1 }))
    return [indicatorWeights(indicators, way)]
  })
}

function refuseNegatives({ columns, rowOf }: FilledMatrix): void {
  for (const values of columns) {
    const place = values.findIndex((value) => value < 0)
    if (place !== -1) throw new InputError('entropyNegative', { text: String(values[place]), row: rowOf(place) })
  }
}
