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
  const table = {} as Table<T>
  for (const name of names) {
    const values = rows.values[name]
    // Most columns have no blanks, and looking is much faster than copying.
    table[name] = (
      values.includes(undefined) ? values.filter((value) => value !== undefined) : values
    ) as Table<T>[typeof name]
  }
  let places: Int32Array | undefined
  return {
    table,
    placeOf: (row) => {
      places ??= placesOf(rows, names)
      return places[row] ?? -1
    },
  }
}

function placesOf<T>(rows: Rows<T>, names: readonly (keyof T)[]): Int32Array {
  const places = new Int32Array(rows.length)
  let next = 0
  for (let row = 0; row < rows.length; row++) {
    places[row] = names.every((name) => rows.values[name][row] === undefined) ? -1 : next++
  }
  return places
}
