import { type CellsOf, type Columns, type Rows, readRows } from './rows.ts'

/** Columns of equal length without gaps. */
export type Table<T> = { [K in keyof T]: NonNullable<T[K]>[] | Extract<T[K], undefined> }

/**
 * Rows that are filled in, as columns of equal length; blank rows are left out.
 *
 * @throws InputError `sizesDiffer`, `cellBlank`, and what the columns throw when read.
 */
export function readTable<C extends Columns>(columns: C): Table<CellsOf<C>> {
  return filledRows(readRows(columns)).table
}

/** The rows that are filled in, as `readTable` gives them, and where each row of the input is among them, -1 if blank. */
export function filledRows<T>(rows: Rows<T>): { table: Table<T>; placeOf: (row: number) => number } {
  const columns = Object.entries(rows.values) as [name: string, values: unknown[]][]
  // Most columns have no blanks, and looking is much faster than copying.
  const filled = columns.map(([name, values]) => [
    name,
    values.includes(undefined) ? values.filter((value) => value !== undefined) : values,
  ])
  let places: Int32Array | undefined
  return {
    table: Object.fromEntries(filled),
    placeOf: (row) => {
      places ??= placesOf(rows.length, columns)
      return places[row] ?? -1
    },
  }
}

function placesOf(length: number, columns: readonly (readonly [string, readonly unknown[]])[]): Int32Array {
  const places = new Int32Array(length)
  let next = 0
  for (let row = 0; row < length; row++) {
    places[row] = columns.every(([, values]) => values[row] === undefined) ? -1 : next++
  }
  return places
}
