import { InputError } from '../../../core/input-error.ts'
import { ahpWeights } from '../../../core/scoring/ahp-weights.ts'
import { comparisonMatrix } from '../../../core/scoring/comparison-matrix.ts'
import { inCell } from '../in-cell.ts'
import { type Argument, cellText, isDate, isRange, type Result } from '../reading/cell.ts'
import { readMatrix } from '../reading/matrix.ts'

/**
 * Works out weights from comparisons of each indicator with each other (AHP), and how well the comparisons agree.
 *
 * Example: =TS_AHP_WEIGHTS(B2:D4)
 *
 * @param {range} matrix One row and one column per indicator, up to 15: how many times more the row matters than the column, 1 to 9. One of each pair may be blank; 0.33 opposite 3 counts as 1/3.
 * @return One row: the weights, which add up to 1, then the consistency ratio. Above 0.1 the comparisons contradict each other.
 * @customfunction
 */
export function TS_AHP_WEIGHTS(matrix: Argument): Result {
  return inCell('TS_AHP_WEIGHTS', () => {
    refuseFractions(matrix)
    const { columns, length, heading } = readMatrix('matrix', matrix)
    const rows = Array.from({ length }, (_, row) => columns.map((column) => column[row]))
    while (rows.length > columns.length && rows[rows.length - 1]?.every((cell) => cell === undefined)) rows.pop()
    const { weights, consistencyRatio } = ahpWeights(comparisonMatrix(rows, heading))
    return [[...weights, consistencyRatio]]
  })
}

/** 1/3 typed into a cell becomes a date, and stays text where cells are text. */
function refuseFractions(given: Argument): void {
  if (!isRange(given)) return
  for (const [i, cells] of given.entries()) {
    const fraction = cells.find(
      (cell) => isDate(cell) || (typeof cell === 'string' && /^\s*\d+\s*\/\s*\d+\s*$/.test(cell)),
    )
    if (fraction !== undefined) throw new InputError('comparisonFraction', { text: cellText(fraction), row: i + 1 })
  }
}
