import type { Cell, FunctionArgument } from '../../workbench/workbook.ts'
import { dateOfSerial, serialOfDate, type TimeZone } from './time-zone.ts'

/** What a script sees in a cell. */
export type CellValue = string | number | boolean | Date

/** A cell as a script sees it: dates as Date, errors as the text that the cell shows. */
export function fromCell(cell: Cell, zone: TimeZone): CellValue {
  if (typeof cell !== 'object') return cell
  return 'date' in cell ? dateOfSerial(cell.date, zone) : cell.error
}

/** A script's value as a cell: null and undefined are blank, NaN and infinities an error. */
export function toCell(value: unknown, zone: TimeZone): Cell {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateCell(value, zone)
  if (typeof value === 'number') return Number.isFinite(value) ? value : { error: '#NUM!' }
  if (typeof value === 'string' || typeof value === 'boolean') return value
  return String(value)
}

/** A custom function's argument: a single value, or rows. */
export function fromArgument(argument: FunctionArgument, zone: TimeZone): CellValue | CellValue[][] {
  if (!Array.isArray(argument)) return fromCell(argument, zone)
  return argument.map((row) => row.map((cell) => fromCell(cell, zone)))
}

/** A custom function's result: a flat array becomes a column, and short rows are filled with blanks. */
export function toResult(value: unknown, zone: TimeZone): Cell | Cell[][] {
  if (!Array.isArray(value)) return toCell(value, zone)
  const rows = value.map((row) => (Array.isArray(row) ? row : [row]).map((cell) => toCell(cell, zone)))
  const width = Math.max(...rows.map((row) => row.length))
  if (rows.length === 0 || width === 0) throw new Error('The function gave an empty array.')
  return rows.map((row) => (row.length === width ? row : [...row, ...Array<Cell>(width - row.length).fill('')]))
}

function dateCell(date: Date, zone: TimeZone): Cell {
  return Number.isNaN(date.getTime()) ? { error: '#NUM!' } : { date: serialOfDate(date, zone) }
}
