import { zonedDayNumber } from '../calendar/zoned-time.ts'
import type { BusinessCalendar } from './business-calendar.ts'
import { workSpans } from './work-spans.ts'

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
  // A day more: where clocks go back over midnight, a date comes back after the next had begun.
  const lastDay = zonedDayNumber(to, calendar.timeZone) + 1
  let milliseconds = 0
  for (let day = zonedDayNumber(from, calendar.timeZone); day <= lastDay; day++) {
    for (const [begin, end] of workSpans(day, calendar)) {
      milliseconds += Math.max(0, Math.min(end, to) - Math.max(begin, from))
    }
  }
  return milliseconds / 60_000
}
