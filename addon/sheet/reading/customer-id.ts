import { isoDay } from '../../../core/calendar/iso-day.ts'
import type { ZoneDays } from '../../../core/calendar/zone-days.ts'
import { cellContext } from '../../formulas/cell-context.ts'
import { isDate } from '../../formulas/reading/cell.ts'

/** Asked for once: this runs for every row. */
let zone: ZoneDays | undefined

/**
 * A customer's id as every part writes it: the cell's own value, not what its format shows, without outer spaces.
 *
 * An id that Sheets took for a date is its day in the spreadsheet's time zone, `2023-03-15`.
 */
export function customerIdIn(cell: unknown): string {
  if (typeof cell === 'string') return isPlainAt(cell, 0) && isPlainAt(cell, cell.length - 1) ? cell : cell.trim()
  return typeof cell === 'object' && isDate(cell as Date) ? dayOf(cell as Date) : String(cell ?? '')
}

function dayOf(date: Date): string {
  zone ??= cellContext().zone
  return isoDay(zone.dayOf(date.getTime()))
}

/** A character that is no space by far: looking costs less than trimming, and this runs for every row. */
function isPlainAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code > 32 && code < 127
}
