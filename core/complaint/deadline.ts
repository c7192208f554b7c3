import type { BusinessCalendar } from './business-calendar.ts'
import { daysAfter } from './iso-day.ts'
import { workSpans } from './work-spans.ts'
import { zonedDay } from './zoned-time.ts'

/**
 * The first instant by which so much working time has passed: what `businessMinutes` takes back.
 *
 * Time that runs out with the working day is due at its end, not at the next day's start.
 *
 * @param start Milliseconds since 1970.
 * @param minutes From 0.
 * @param calendar One that `checkedCalendar` let through: it works at some time of every week.
 * @returns Milliseconds since 1970.
 */
export function deadline(start: number, minutes: number, calendar: BusinessCalendar): number {
  let left = Math.round(minutes * 60_000)
  if (left <= 0) return start
  for (let day = zonedDay(start, calendar.timeZone); ; day = daysAfter(day, 1)) {
    for (const [from, to] of workSpans(day, calendar)) {
      const begin = Math.max(from, start)
      if (begin + left <= to) return begin + left
      left -= Math.max(0, to - begin)
    }
  }
}
