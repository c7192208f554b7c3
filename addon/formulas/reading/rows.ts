import { InputError } from '../../../core/input-error.ts'
import { isBlank } from './cell.ts'
import type { Column } from './column.ts'

/** Columns by name; an optional one may be left out as undefined. */
export type Columns<T> = { [K in keyof T]: Column<NonNullable<T[K]>> }

export type Rows<T> = {
  /** One value per row of data, the heading left out; undefined where the cell is blank. */
  values: { [K in keyof T]: (NonNullable<T[K]> | undefined)[] }
  /** Number of rows of data, and of the row of headings above them. */
  length: number
  heading: 0 | 1
  /** False where every argument is one cell. */
  isRange: boolean
}

/**
 * Rows that a formula answers one by one.
 *
 * A row is either filled in or blank; only the columns named in `mayBeBlank` may have gaps. Columns that are one value
 * among ranges are repeated where `repeats` names them.
 *
 * @throws InputError `sizesDiffer`, `cellBlank`, and what the columns throw when read.
 */
export function readRows<T>(
  columns: Columns<T>,
  { mayBeBlank = [], repeats = [] }: { mayBeBlank?: readonly (keyof T)[]; repeats?: readonly (keyof T)[] } = {},
): Rows<T> {
  const names = Object.keys(columns) as (keyof T)[]
  const repeated = new Set(names.filter((name) => repeats.includes(name) && !columns[name].isRange))
  const own = names.filter((name) => !repeated.has(name))
  const rowwise = own.length > 0 ? own : names
  const size = sameSize(rowwise.map((name) => columns[name]))
  const heading = headingRows(rowwise.map((name) => columns[name]))
  const values = {} as Rows<T>['values']
  for (const name of names) {
    const isRepeated = repeated.has(name) && rowwise !== names
    values[name] = isRepeated ? repeatedCell(columns[name], size - heading) : readColumn(columns[name], heading)
  }
  refuseGaps(values, columns, rowwise, mayBeBlank, heading)
  return { values, length: size - heading, heading, isRange: names.some((name) => columns[name].isRange) }
}

function sameSize(columns: readonly Column<unknown>[]): number {
  const [first, ...others] = columns as [Column<unknown>, ...Column<unknown>[]]
  const different = others.find(({ rows }) => rows.length !== first.rows.length)
  if (different) {
    const { argument, rows } = different
    const sizes = { argument: first.argument, rows: first.rows.length, other: argument, otherRows: rows.length }
    throw new InputError('sizesDiffer', sizes)
  }
  return first.rows.length
}

/** 1 where the first row is text above numbers or dates: in every such column a heading or nothing, in one a heading. */
function headingRows(columns: readonly Column<unknown>[]): 0 | 1 {
  const firsts = columns.flatMap(({ isHeading, rows }) =>
    isHeading && rows.length > 1 ? [{ cell: rows[0]?.[0], isHeading }] : [],
  )
  const fits = firsts.every(({ cell, isHeading }) => isBlank(cell) || isHeading(cell))
  return fits && firsts.some(({ cell }) => !isBlank(cell)) ? 1 : 0
}

/** One place, for errors, serves all cells. */
function readColumn<T>({ argument, rows, read }: Column<T>, heading: 0 | 1): (T | undefined)[] {
  const values: (T | undefined)[] = []
  const place = { argument, row: 0 }
  for (let row = heading; row < rows.length; row++) {
    const cell = rows[row]?.[0]
    place.row = row + 1
    values.push(isBlank(cell) ? undefined : read(cell, place))
  }
  return values
}

function repeatedCell<T>(column: Column<T>, length: number): (T | undefined)[] {
  return new Array<T | undefined>(length).fill(readColumn(column, 0)[0])
}

function refuseGaps<T>(
  values: Rows<T>['values'],
  columns: Columns<T>,
  rowwise: readonly (keyof T)[],
  mayBeBlank: readonly (keyof T)[],
  heading: 0 | 1,
): void {
  const needed = rowwise.filter((name) => !mayBeBlank.includes(name))
  const [first] = needed
  if (first === undefined) return
  if (!needed.some((name) => values[name].includes(undefined))) return
  for (let row = 0; row < values[first].length; row++) {
    const gap = needed.find((name) => values[name][row] === undefined)
    if (gap === undefined || rowwise.every((name) => values[name][row] === undefined)) continue
    throw new InputError('cellBlank', { argument: columns[gap].argument, row: row + heading + 1 })
  }
}
