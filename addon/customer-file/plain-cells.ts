import { isoDay } from '../../core/calendar/iso-day.ts'
import type { PlainCell } from '../../core/customer-file/customer-table.ts'
import { cellContext } from '../formulas/cell-context.ts'
import { isDate } from '../formulas/reading/cell.ts'
import type { CellValue } from '../sheet/reading/table.ts'

const MS_PER_DAY = 86_400_000

/** Makes cells into what can be sent to a form: dates are `2024-03-05` in the spreadsheet's zone, with their time if any. */
export function plainCells(): (cell: CellValue | undefined) => PlainCell {
  const { zone } = cellContext()
  const days = new Map<number, string>()
  return (cell) => {
    if (cell === undefined) return ''
    if (!isDate(cell)) return cell
    const clock = Math.round(zone.clockOf(cell.getTime()) / 1000) * 1000
    const day = Math.floor(clock / MS_PER_DAY)
    const written = days.get(day) ?? isoDay(day)
    days.set(day, written)
    return clock === day * MS_PER_DAY ? written : `${written} ${new Date(clock).toISOString().slice(11, 19)}`
  }
}
