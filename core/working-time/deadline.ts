import { zonedDayNumber } from '../calendar/zoned-time.ts'
import { InputError } from '../input-error.ts'
import type { BusinessCalendar } from './business-calendar.ts'
import { workSpans } from './work-spans.ts'

/**
 * The first instant by which so much working time has passed: what `businessMinutes` takes back.
 *
 * Time that runs out with the working day is due at its end, not at the next day's start.
 *
 * @param start Milliseconds since 1970.
 * @param minutes From 0, up to some millions.
 * @param calendar One that `checkedCalendar` let through: special days end, and every week after them has work.
 * @returns Milliseconds since 1970.
 * @throws InputError `calendarClosed` where no weekday has work.
 */
export function deadline(start: number, minutes: number, calendar: BusinessCalendar): number {
  let left = Math.round(minutes * 60_000)
  if (left <= 0) return start
  if (calendar.week.every((spans) => spans.length === 0)) throw new InputError('calendarClosed', undefined)
  for (let day = zonedDayNumber(start, calendar.timeZone); ; day++) {
    for (const [from, to] of workSpans(day, calendar)) {
      const begin = Math.max(from, start)
      if (begin + left <= to) return begin + left
      left -= Math.max(0, to - begin)
    }
  }
}
