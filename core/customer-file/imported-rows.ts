import { amountValue } from '../orders/amount-value.ts'
import type { DayOrder } from '../orders/day-order.ts'
import { type DecimalMark, decimalMark } from '../orders/decimal-mark.ts'
import { writtenAmount } from '../orders/written-amount.ts'
import { canBePhone } from './can-be-phone.ts'
import { cellDay } from './cell-day.ts'
import type { Cells, Column, PlainCell } from './customer-table.ts'
import { dateReading } from './date-reading.ts'
import { emailKey } from './email-key.ts'

/** A cell that holds what its column cannot. */
export type UnreadableCell = {
  code: 'ambiguousDate' | 'notDate' | 'notNumber' | 'notEmail' | 'notPhone'
  key: string
  text: string
}
/** A row of the import: its number as the person sees it, its filled cells, and those that cannot be taken. */
export type ImportedRow = { row: number; cells: Cells; unreadable: UnreadableCell[] }

/** What is imported: for each of its columns where it goes, or undefined where it is left out. */
export type ImportSource = {
  columns: readonly (Column | undefined)[]
  rows: readonly (readonly PlainCell[])[]
  /** The number of the first row, as the person sees it. */
  firstRow: number
  /** How a person chose to read the dates of a column, by its key. */
  orders?: Readonly<Record<string, DayOrder>>
}

type Reading = { column: Column; at: number; order: DayOrder | undefined; mark: DecimalMark }

/**
 * The rows of an import, each cell read as what its column holds: days as `2024-03-05`, numbers as numbers.
 *
 * How dates and decimals are to be read is decided by their whole columns (`dateReading`, `decimalMark`). Rows with
 * nothing in them are left out. Where two columns go to one, the first that is filled counts.
 */
export function importedRows({ columns, rows, firstRow, orders = {} }: ImportSource): ImportedRow[] {
  const readings = columns.flatMap((column, at): Reading[] => {
    if (!column) return []
    const cells = () => rows.map((row) => row[at] ?? '')
    const order = column.type === 'date' ? dateReading(cells(), firstRow, orders[column.key]).order : undefined
    const amounts = () => cells().flatMap((cell) => writtenAmount(String(cell))?.digits ?? [])
    return [{ column, at, order, mark: isNumeric(column) ? decimalMark(amounts()) : '.' }]
  })
  return rows.flatMap((row, index) => {
    const read: ImportedRow = { row: index + firstRow, cells: {}, unreadable: [] }
    for (const reading of readings) readInto(read, reading, row[reading.at] ?? '')
    return Object.keys(read.cells).length > 0 || read.unreadable.length > 0 ? [read] : []
  })
}

function readInto({ cells, unreadable }: ImportedRow, reading: Reading, given: PlainCell): void {
  const { key } = reading.column
  const cell = typeof given === 'string' ? given.trim() : given
  if (cell === '' || cells[key] !== undefined) return
  const value = readCell(cell, reading)
  if (typeof value === 'object') unreadable.push({ ...value, key, text: String(cell) })
  else cells[key] = value
}

function readCell(cell: PlainCell, { column, order, mark }: Reading): PlainCell | Pick<UnreadableCell, 'code'> {
  const text = String(cell)
  if (column.type === 'date') {
    const day = cellDay(cell, order)
    return day === 'ambiguous' ? { code: 'ambiguousDate' } : (day ?? { code: 'notDate' })
  }
  if (isNumeric(column)) return (typeof cell === 'number' ? cell : numberIn(text, mark)) ?? { code: 'notNumber' }
  if (column.key === 'email' && emailKey(text) === undefined) return { code: 'notEmail' }
  if (column.key === 'phone' && !canBePhone(text)) return { code: 'notPhone' }
  return column.type === 'text' ? text : cell
}

function isNumeric({ type }: Column): boolean {
  return type === 'number' || type === 'money' || type === 'percent'
}

function numberIn(text: string, mark: DecimalMark): number | undefined {
  const plain = text.trimEnd()
  const isPercent = /[%％]$/.test(plain)
  const written = writtenAmount(isPercent ? plain.slice(0, -1) : plain)
  const value = written && amountValue(written.digits.trim(), mark)
  return value === undefined ? undefined : ((written?.negative ? -1 : 1) * value) / (isPercent ? 100 : 1)
}
