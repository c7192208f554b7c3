import { type Columns, type Rows, readRows } from './rows.ts'

/** Columns of equal length without gaps. */
export type Table<T> = { [K in keyof T]: NonNullable<T[K]>[] }

/**
 * Rows that are filled in, as columns of equal length; blank rows are left out.
 *
 * @throws InputError `sizesDiffer`, `cellBlank`, and what the columns throw when read.
 */
export function readTable<T>(columns: Columns<T>): Table<T> {
  return filledRows(readRows(columns)).table
}

/** The rows that are filled in, as `readTable` gives them, and where each row of the input is among them, -1 if blank. */
export function filledRows<T>(rows: Rows<T>): { table: Table<T>; placeOf: (row: number) => number } {
  const names = Object.keys(rows.values) as (keyof T)[]
  const places: number[] = []
  let next = 0
  for (let row = 0; row < rows.length; row++) {
    places.push(names.every((name) => rows.values[name][row] === undefined) ? -1 : next++)
  }
  const table = {} as Table<T>
  for (const name of names) {
    table[name] = rows.values[name].filter((value) => value !== undefined)
  }
  return { table, placeOf: (row) => places[row] ?? -1 }
}
