import { InputError } from '../input-error.ts'

/** How far the product of two opposite comparisons may be from 1: 3 and 0.33, 7 and 0.14, 6 and 0.17. */
const ROUNDED = 0.05

/**
 * The whole matrix of pairwise comparisons from one in which one of each pair may be blank.
 *
 * A blank becomes 1 divided by the comparison opposite, on the diagonal 1. Of two opposite comparisons that of 1 or
 * more counts, and the other, which may be rounded, becomes 1 divided by it.
 *
 * @param cells How many times more the row matters than the column; undefined where blank.
 * @param rowsAbove Rows of the range above the first of these, for messages.
 * @throws InputError `comparisonsNotSquare`, `comparisonNotPositive`, `comparisonWithItself`, `comparisonMissing`,
 * `comparisonsNotReciprocal`.
 */
export function comparisonMatrix(cells: readonly (readonly (number | undefined)[])[], rowsAbove = 0): number[][] {
  const rows = cells.length
  const columns = cells[0]?.length ?? 0
  if (rows !== columns) throw new InputError('comparisonsNotSquare', { rows, columns })
  const place = (row: number, column: number) => ({ row: row + 1 + rowsAbove, column: column + 1 })
  const given = (row: number, column: number) => {
    const value = cells[row]?.[column]
    if (value !== undefined && value <= 0) {
      throw new InputError('comparisonNotPositive', { text: String(value), ...place(row, column) })
    }
    return value
  }

  function comparison(row: number, column: number): number {
    const own = given(row, column)
    if (row === column) {
      if (own === undefined || own === 1) return 1
      throw new InputError('comparisonWithItself', { text: String(own), ...place(row, column) })
    }
    const opposite = given(column, row)
    if (own === undefined && opposite === undefined) throw new InputError('comparisonMissing', place(row, column))
    if (own === undefined || opposite === undefined) return own ?? 1 / (opposite as number)
    if (Math.abs(own * opposite - 1) > ROUNDED) {
      throw new InputError('comparisonsNotReciprocal', { value: own, opposite, ...place(row, column) })
    }
    return own >= opposite ? own : 1 / opposite
  }

  return cells.map((values, row) => values.map((_, column) => comparison(row, column)))
}
