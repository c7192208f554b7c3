import { InputError } from '../input-error.ts'
import { dateParts } from './date-parts.ts'
import type { DayOrder } from './day-order.ts'
import { serialDay } from './serial-day.ts'

/**
 * The day that a text names, as the spreadsheet's serial day.
 *
 * @param order For dates such as 03/04/2024, see `dayOrder`; one such as 05/05/2024 or 25/04/2024 needs none.
 * @throws InputError `orderDay` where it is no date or the calendar has no such day, `orderDayOpen` where it needs an
 * order and there is none, `orderDayShortYear`.
 */
export function orderDay(text: string, order: DayOrder | undefined): number {
  const parts = dateParts(text)
  if (parts?.form === 'SHORT_YEAR') throw new InputError('orderDayShortYear', { text })
  const serial = parts && serialOf(parts, order)
  if (serial === 'open') throw new InputError('orderDayOpen', { text })
  if (serial === undefined) throw new InputError('orderDay', { text })
  return serial
}

function serialOf(
  parts: Exclude<ReturnType<typeof dateParts>, undefined | { form: 'SHORT_YEAR' }>,
  order: DayOrder | undefined,
): number | 'open' | undefined {
  if (parts.form === 'SERIAL') return parts.serial
  if (parts.form === 'YEAR_MONTH_DAY') return serialDay(parts.year, parts.month, parts.day)
  const { first, second, year } = parts
  const isOpen = first <= 12 && second <= 12 && first !== second
  if (isOpen && order === undefined) return 'open'
  const isDayFirst = isOpen ? order === 'DAY_FIRST' : first > 12
  return isDayFirst ? serialDay(year, second, first) : serialDay(year, first, second)
}
