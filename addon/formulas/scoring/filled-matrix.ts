import { InputError } from '../../../core/input-error.ts'
import type { Argument } from '../reading/cell.ts'
import { type Matrix, readMatrix } from '../reading/matrix.ts'

/** A matrix without its blank rows and without gaps. */
export type FilledMatrix = {
  matrix: Matrix
  columns: number[][]
  /** Where each row of the matrix is among the columns, -1 if blank. */
  placeOf: (row: number) => number
  /** The row of the range, from 1, that a row of the columns stands in. */
  rowOf: (place: number) => number
}

/** @throws InputError `argumentMissing`, `notNumber`, `cellBlank` for a row with a gap, `argumentBlank` without any row. */
export function readFilledMatrix(argument: string, given: Argument): FilledMatrix {
  const matrix = readMatrix(argument, given)
  const rows: number[] = []
  const places: number[] = []
  for (let row = 0; row < matrix.length; row++) {
    const blanks = matrix.columns.filter((column) => column[row] === undefined).length
    if (blanks > 0 && blanks < matrix.columns.length) {
      throw new InputError('cellBlank', { argument, row: row + matrix.heading + 1 })
    }
    places.push(blanks > 0 ? -1 : rows.push(row) - 1)
  }
  if (rows.length === 0) throw new InputError('argumentBlank', { argument })
  return {
    matrix,
    columns: matrix.columns.map((column) => rows.map((row) => column[row] as number)),
    placeOf: (row) => places[row] ?? -1,
    rowOf: (place) => (rows[place] as number) + matrix.heading + 1,
  }
}
