import type { BusinessCalendar } from './business-calendar.ts'
import { zonedInstant } from './zoned-time.ts'

/** A day's working time as instants in milliseconds, in order: [from, to) pairs. */
export function workSpans(day: string, calendar: BusinessCalendar): [from: number, to: number][] {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const weekday = (new Date(midnight).getUTCDay() + 6) % 7
  const spans = calendar.specialDays[day] ?? calendar.week[weekday]!
  const instant = (time: string) => zonedInstant(midnight + millisecondsOf(time), calendar.timeZone)
  return spans.map(([from, to]) => [instant(from), instant(to)])
}

function millisecondsOf(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000
}
