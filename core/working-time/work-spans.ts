import { daysAfter } from '../calendar/iso-day.ts'
import { zonedInstant } from '../calendar/zoned-time.ts'
import type { BusinessCalendar, WorkSpan } from './business-calendar.ts'
import { minuteOfDay } from './minute-of-day.ts'

const DAY = 86_400_000

/** A stretch of work as instants in milliseconds: [from, to). */
export type WorkInstants = readonly [from: number, to: number]

/**
 * A day's working time, in order; days in order give stretches in order that never overlap, whatever clocks do.
 *
 * Each is counted once for a calendar object, which nobody changes.
 *
 * @param day The calendar's own date, in days since 1970-01-01.
 */
export function workSpans(day: number, calendar: BusinessCalendar): readonly WorkInstants[] {
  const days = knownDays(calendar)
  const known = days.get(day)
  if (known) return known
  const spans = spansOn(day, calendar).map(([from, to]): WorkInstants => {
    return [instantOn(day, from, calendar), instantOn(day, to, calendar)]
  })
  days.set(day, spans)
  return spans
}

const calendars = new WeakMap<BusinessCalendar, Map<number, readonly WorkInstants[]>>()

function knownDays(calendar: BusinessCalendar): Map<number, readonly WorkInstants[]> {
  let days = calendars.get(calendar)
  if (!days) {
    days = new Map()
    calendars.set(calendar, days)
  }
  return days
}

function spansOn(day: number, calendar: BusinessCalendar): readonly WorkSpan[] {
  // 1970-01-01 was a Thursday.
  const weekday = (((day + 3) % 7) + 7) % 7
  return calendar.specialDays[daysAfter('1970-01-01', day)] ?? calendar.week[weekday]!
}

function instantOn(day: number, time: string, { timeZone }: BusinessCalendar): number {
  return zonedInstant(day * DAY + minuteOfDay(time) * 60_000, timeZone)
}
