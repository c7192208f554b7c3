import { type Argument, type Cell, isBlank, isRange } from './cell.ts'
import { isHeadingRow } from './heading.ts'
import { readNumber } from './number.ts'
import { rangeRows } from './range-rows.ts'

/** Columns of numbers with gaps, the row of headings above them left out. */
export type Matrix = {
  columns: (number | undefined)[][]
  headings: Cell[]
  /** Number of rows of data, and of the row of headings. */
  length: number
  heading: 0 | 1
  isRange: boolean
}

/** @throws InputError `argumentMissing`, `notNumber`. */
export function readMatrix(argument: string, given: Argument): Matrix {
  const rows = rangeRows(argument, given)
  const headings = [...(rows[0] ?? [])]
  const heading = isHeadingRow(headings) && rows.length > 1 ? 1 : 0
  const columns = readNumbers(argument, rows, headings.length, heading)
  return { columns, headings, length: rows.length - heading, heading, isRange: isRange(given) }
}

/** Column by column, undefined for a blank; one place, for errors, serves all cells. */
function readNumbers(
  argument: string,
  rows: readonly (readonly Cell[])[],
  width: number,
  heading: 0 | 1,
): (number | undefined)[][] {
  const columns = Array.from({ length: width }, (): (number | undefined)[] => [])
  const place = { argument, row: 0 }
  for (let row = heading; row < rows.length; row++) {
    const cells = rows[row] as readonly Cell[]
    place.row = row + 1
    for (let column = 0; column < width; column++) {
      const cell = cells[column]
      columns[column]?.push(isBlank(cell) ? undefined : readNumber(cell, place))
    }
  }
  return columns
}
