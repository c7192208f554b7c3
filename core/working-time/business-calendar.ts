import type { InferOutput } from 'valibot'
import { array, length, object, pipe, record, string, tuple } from 'valibot'
import { isIsoDay } from '../calendar/iso-day.ts'
import { isTimeZone } from '../calendar/zoned-time.ts'
import { InputError } from '../input-error.ts'
import { workMinutes } from './work-minutes.ts'

const workSpansSchema = array(tuple([string(), string()]))

/** When a workspace works. */
export const businessCalendarSchema = object({
  /** IANA name, such as `Asia/Shanghai`. */
  timeZone: string(),
  /** Seven lists, Monday first, of stretches `HH:MM` to `HH:MM`, at most 24:00: two leave a lunch break between them, none is a day off. */
  week: pipe(array(workSpansSchema), length(7, 'sevenDays')),
  /** Days unlike their weekday, by ISO date: a holiday has no stretch, a make-up working day has some. */
  specialDays: record(string(), workSpansSchema),
})
export type BusinessCalendar = InferOutput<typeof businessCalendarSchema>
export type WorkSpan = BusinessCalendar['week'][number][number]

const WORKDAY: WorkSpan[] = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
]

/** Monday to Friday, 9 to 18 with an hour's lunch at noon. */
export function defaultCalendar(timeZone: string): BusinessCalendar {
  return { timeZone, week: [WORKDAY, WORKDAY, WORKDAY, WORKDAY, WORKDAY, [], []], specialDays: {} }
}

/**
 * The calendar, once it is known to work for an hour a week: holidays end, so every target is met some day.
 *
 * @throws InputError `calendarZone`, `calendarDay`, `calendarHours`, `calendarClosed`.
 */
export function checkedCalendar(calendar: BusinessCalendar): BusinessCalendar {
  if (!isTimeZone(calendar.timeZone)) throw new InputError('calendarZone', { timeZone: calendar.timeZone })
  for (const day of calendar.week) checkSpans(day)
  for (const [day, spans] of Object.entries(calendar.specialDays)) {
    if (!isIsoDay(day)) throw new InputError('calendarDay', { day })
    checkSpans(spans)
  }
  if (workMinutes(calendar.week.flat()) < 60) throw new InputError('calendarClosed', undefined)
  return calendar
}

function checkSpans(spans: readonly WorkSpan[]): void {
  let last = ''
  for (const [from, to] of spans) {
    const times = `${from} - ${to}`
    if (!isTime(from) || !isTime(to) || from >= to || from < last) throw new InputError('calendarHours', { times })
    last = to
  }
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) || text === '24:00'
}
