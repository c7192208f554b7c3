import { amountValue } from '../orders/amount-value.ts'
import { dateParts } from '../orders/date-parts.ts'
import type { DayOrder } from '../orders/day-order.ts'
import { type DecimalMark, decimalMark } from '../orders/decimal-mark.ts'
import { writtenAmount } from '../orders/written-amount.ts'
import { cellDay } from './cell-day.ts'
import type { Cells, Column, PlainCell } from './customer-table.ts'

export type UnreadableCell = { code: 'ambiguousDate' | 'notDate' | 'notNumber'; key: string; text: string }
/** A row of the import: its number as the person sees it, its filled cells, and the first that cannot be read. */
export type ImportedRow = { row: number; cells: Cells; problem: UnreadableCell | undefined }

/** What is imported: for each of its columns where it goes, or undefined where it is left out. */
export type ImportSource = {
  columns: readonly (Column | undefined)[]
  rows: readonly (readonly PlainCell[])[]
  /** The number of the first row, as the person sees it. */
  firstRow: number
}

type Reading = { column: Column; at: number; order: DayOrder | undefined; mark: DecimalMark }

/**
 * The rows of an import, each cell read as what its column holds: days as `2024-03-05`, numbers as numbers.
 *
 * One date of a column that can only be day-first or month-first settles the others, unless they contradict each
 * other. Rows with nothing in them are left out. Where two columns go to one, the first that is filled counts.
 */
export function importedRows({ columns, rows, firstRow }: ImportSource): ImportedRow[] {
  const readings = columns.flatMap((column, at): Reading[] => {
    if (!column) return []
    const texts = () => rows.map((row) => String(row[at] ?? ''))
    const order = column.type === 'date' ? settledOrder(texts()) : undefined
    const mark = isNumeric(column) ? decimalMark(texts().flatMap((text) => writtenAmount(text)?.digits ?? [])) : '.'
    return [{ column, at, order, mark }]
  })
  return rows.flatMap((row, index) => {
    const read: ImportedRow = { row: index + firstRow, cells: {}, problem: undefined }
    for (const reading of readings) readInto(read, reading, row[reading.at] ?? '')
    return Object.keys(read.cells).length > 0 || read.problem ? [read] : []
  })
}

function readInto(read: ImportedRow, { column, order, mark }: Reading, given: PlainCell): void {
  const cell = typeof given === 'string' ? given.trim() : given
  if (cell === '' || read.cells[column.key] !== undefined) return
  if (column.type === 'date') {
    const day = cellDay(cell, order)
    if (day === undefined || day === 'ambiguous') {
      read.problem ??= { code: day ? 'ambiguousDate' : 'notDate', key: column.key, text: String(cell) }
    } else read.cells[column.key] = day
  } else if (isNumeric(column)) {
    const number = typeof cell === 'number' ? cell : numberIn(String(cell), mark)
    if (number === undefined) read.problem ??= { code: 'notNumber', key: column.key, text: String(cell) }
    else read.cells[column.key] = number
  } else read.cells[column.key] = column.type === 'text' ? String(cell) : cell
}

function isNumeric({ type }: Column): boolean {
  return type === 'number' || type === 'money' || type === 'percent'
}

function numberIn(text: string, mark: DecimalMark): number | undefined {
  const isPercent = /[%％]\s*$/.test(text)
  const written = writtenAmount(text.replace(/\s*[%％]\s*$/, ''))
  const value = written && amountValue(written.digits.trim(), mark)
  return value === undefined ? undefined : ((written?.negative ? -1 : 1) * value) / (isPercent ? 100 : 1)
}

function settledOrder(texts: string[]): DayOrder | undefined {
  const orders = new Set<DayOrder>()
  for (const text of texts) {
    const parts = dateParts(text)
    if (parts?.form !== 'TWO_THEN_YEAR') continue
    if (parts.first > 12 && parts.second <= 12) orders.add('DAY_FIRST')
    if (parts.second > 12 && parts.first <= 12) orders.add('MONTH_FIRST')
  }
  return orders.size === 1 ? [...orders][0] : undefined
}
