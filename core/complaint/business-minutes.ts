import type { BusinessCalendar } from './business-calendar.ts'
import { daysAfter } from './iso-day.ts'
import { workSpans } from './work-spans.ts'
import { zonedDay } from './zoned-time.ts'

/**
 * Working time between two instants, negative when `to` is the earlier.
 *
 * Time that really passes is counted: a night shift is an hour longer when clocks go back.
 *
 * @param from Milliseconds since 1970.
 * @param to Milliseconds since 1970.
 * @returns Minutes, exact to the millisecond.
 */
export function businessMinutes(from: number, to: number, calendar: BusinessCalendar): number {
  if (to < from) return 0 - businessMinutes(to, from, calendar)
  const lastDay = zonedDay(to, calendar.timeZone)
  let milliseconds = 0
  for (let day = zonedDay(from, calendar.timeZone); day <= lastDay; day = daysAfter(day, 1)) {
    for (const [begin, end] of workSpans(day, calendar)) {
      milliseconds += Math.max(0, Math.min(end, to) - Math.max(begin, from))
    }
  }
  return milliseconds / 60_000
}
