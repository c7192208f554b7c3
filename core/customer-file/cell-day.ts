import { isoDay } from '../calendar/iso-day.ts'
import { dateParts } from '../orders/date-parts.ts'
import type { DayOrder } from '../orders/day-order.ts'
import { serialDay } from '../orders/serial-day.ts'
import type { PlainCell } from './customer-table.ts'

/** The serial number of 1970-01-01. */
const EPOCH_SERIAL = 25_569

/**
 * The day that a cell names, as `2024-03-05`.
 *
 * @param order For dates such as 03/04/2024; without it these are ambiguous. 25/04/2024 is what alone it can be.
 */
export function cellDay(cell: PlainCell, order: DayOrder | undefined): string | 'ambiguous' | undefined {
  const serial = typeof cell === 'number' ? cell : serialOf(String(cell), order)
  if (serial === undefined || serial === 'ambiguous') return serial
  if (serial < 1 || serial > 109_939) return undefined
  return isoDay(serial - EPOCH_SERIAL)
}

function serialOf(text: string, order: DayOrder | undefined): number | 'ambiguous' | undefined {
  const parts = dateParts(text)
  if (parts === undefined || parts.form === 'SHORT_YEAR') return undefined
  if (parts.form === 'SERIAL') return parts.serial
  if (parts.form === 'YEAR_MONTH_DAY') return serialDay(parts.year, parts.month, parts.day)
  const { first, second, year } = parts
  const isOpen = first <= 12 && second <= 12 && first !== second
  if (isOpen && order === undefined) return 'ambiguous'
  const isDayFirst = isOpen ? order === 'DAY_FIRST' : first > 12
  return isDayFirst ? serialDay(year, second, first) : serialDay(year, first, second)
}
