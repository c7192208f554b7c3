import { InputError } from '../../../core/input-error.ts'
import { isBlank } from './cell.ts'
import type { Column } from './column.ts'
import { isPlaceholder } from './heading.ts'

/** Columns by name; undefined where an optional one was left out. */
export type Columns = Record<string, Column<unknown> | undefined>

/** What the cells of each column are read as, or undefined for a column that may be left out. */
export type CellsOf<C extends Columns> = {
  [K in keyof C]: C[K] extends Column<infer T> ? T : C[K] extends Column<infer T> | undefined ? T | undefined : never
}

export type Rows<T> = {
  /** One value per row of data, the heading left out; undefined where the cell is blank. */
  values: { [K in keyof T]: (NonNullable<T[K]> | undefined)[] | Extract<T[K], undefined> }
  /** Number of rows of data, and of the row of headings above them. */
  length: number
  heading: 0 | 1
  /** False where every argument is one cell. */
  isRange: boolean
}

/**
 * Rows that a formula answers one by one.
 *
 * A row is either filled in or blank; only the columns named in `mayBeBlank` may have gaps. With `repeats` a column that
 * is one value among ranges is repeated.
 *
 * @throws InputError `sizesDiffer`, `cellBlank`, and what the columns throw when read.
 */
export function readRows<C extends Columns>(
  columns: C,
  { mayBeBlank = [], repeats = false }: { mayBeBlank?: readonly (keyof C & string)[]; repeats?: boolean } = {},
): Rows<CellsOf<C>> {
  const given = Object.entries(columns).flatMap(([name, column]) => (column ? [{ name, column }] : []))
  const own = given.filter(({ column }) => !repeats || column.isRange)
  const rowwise = own.length > 0 ? own : given
  const size = sameSize(rowwise.map(({ column }) => column))
  const heading = headingRows(rowwise.map(({ column }) => column))
  const read = given.map((each) => {
    const isRepeated = !rowwise.includes(each)
    const values = isRepeated ? repeatedCell(each.column, size - heading) : readColumn(each.column, heading)
    return { ...each, isRepeated, isNeeded: !mayBeBlank.includes(each.name), values }
  })
  refuseGaps(
    read.filter(({ isRepeated }) => !isRepeated),
    heading,
  )
  const values = Object.fromEntries(read.map((each) => [each.name, each.values])) as Rows<CellsOf<C>>['values']
  return { values, length: size - heading, heading, isRange: given.some(({ column }) => column.isRange) }
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

/** 1 where the first row is text above numbers or dates: in one such column a heading, in the others one or nothing. */
function headingRows(columns: readonly Column<unknown>[]): 0 | 1 {
  const firsts = columns.flatMap(({ isHeading, rows }) =>
    isHeading && rows.length > 1 ? [{ cell: rows[0]?.[0], isHeading }] : [],
  )
  const fits = firsts.every(({ cell, isHeading }) => isBlank(cell) || isPlaceholder(cell) || isHeading(cell))
  return fits && firsts.some(({ cell, isHeading }) => isHeading(cell)) ? 1 : 0
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

type ReadColumn = { column: Column<unknown>; isNeeded: boolean; values: unknown[] }

function refuseGaps(read: readonly ReadColumn[], heading: 0 | 1): void {
  const needed = read.filter(({ isNeeded }) => isNeeded)
  if (!needed.some(({ values }) => values.includes(undefined))) return
  for (let row = 0; row < (read[0] as ReadColumn).values.length; row++) {
    const gap = needed.find(({ values }) => values[row] === undefined)
    if (gap === undefined || read.every(({ values }) => values[row] === undefined)) continue
    throw new InputError('cellBlank', { argument: gap.column.argument, row: row + heading + 1 })
  }
}
