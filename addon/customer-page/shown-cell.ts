import { isoDay } from '../../core/calendar/iso-day.ts'
import { isDate } from '../formulas/reading/cell.ts'
import type { CellDays } from '../sheet/reading/cell-days.ts'
import type { CellValue } from '../sheet/reading/table.ts'

/** A cell as a form takes it: a date as `2026-03-31`, a number as it is, all else as text without outer spaces. */
export function shownCell(cell: CellValue, { day }: CellDays): string | number {
  if (isDate(cell)) return isoDay(day(cell))
  return typeof cell === 'number' ? cell : String(cell).trim()
}
