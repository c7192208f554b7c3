import type { PlainCell } from '../../core/customer-file/customer-table.ts'
import { calendarDay } from '../../core/orders/serial-day.ts'
import { cellContext } from '../formulas/cell-context.ts'
import { isDate } from '../formulas/reading/cell.ts'
import type { CellValue } from '../sheet/table.ts'

const EPOCH_SERIAL = 25_569

/** Makes cells into what can be sent to a form: dates are `2024-03-05` in the spreadsheet's zone, with their time if any. */
export function plainCells(): (cell: CellValue | undefined) => PlainCell {
  const { zone } = cellContext()
  const days = new Map<number, string>()
  return (cell) => {
    if (cell === undefined) return ''
    if (!isDate(cell)) return cell
    const instant = cell.getTime()
    const day = zone.dayOf(instant)
    const written = days.get(day) ?? dayText(day)
    days.set(day, written)
    const seconds = Math.round((instant - zone.startOf(day)) / 1000)
    return seconds === 0 ? written : `${written} ${timeText(seconds)}`
  }
}

function dayText(day: number): string {
  const { year, month, day: date } = calendarDay(day + EPOCH_SERIAL)
  return `${year}-${two(month)}-${two(date)}`
}

function timeText(seconds: number): string {
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => two(Math.floor(part))).join(':')
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
