import { InputError } from '../input-error.ts'
import { isTimeZone } from './zoned-time.ts'

/** A stretch of work within a day, local times `HH:MM`; the end may be `24:00`. */
export type WorkSpan = readonly [from: string, to: string]

/** When a workspace works. */
export interface BusinessCalendar {
  /** IANA name, such as `Asia/Shanghai`. */
  timeZone: string
  /** Seven lists, Monday first. Two stretches leave a lunch break between them; none is a day off. */
  week: readonly (readonly WorkSpan[])[]
  /** Days unlike their weekday, by ISO date: a holiday has no stretch, a make-up working day has some. */
  specialDays: Readonly<Record<string, readonly WorkSpan[]>>
}

const WORKDAY: readonly WorkSpan[] = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
]

/** Monday to Friday, 9 to 18 with an hour's lunch at noon. */
export function defaultCalendar(timeZone: string): BusinessCalendar {
  return { timeZone, week: [WORKDAY, WORKDAY, WORKDAY, WORKDAY, WORKDAY, [], []], specialDays: {} }
}

/**
 * The calendar, once it is known to work at some time.
 *
 * @throws InputError `calendarZone`, `calendarDay`, `calendarHours`, `calendarClosed`.
 */
export function checkedCalendar(calendar: BusinessCalendar): BusinessCalendar {
  if (!isTimeZone(calendar.timeZone)) throw new InputError('calendarZone', { timeZone: calendar.timeZone })
  for (const day of calendar.week) checkSpans(day)
  for (const [day, spans] of Object.entries(calendar.specialDays)) {
    if (!isDay(day)) throw new InputError('calendarDay', { day })
    checkSpans(spans)
  }
  if (calendar.week.every((spans) => spans.length === 0)) throw new InputError('calendarClosed', undefined)
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

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
}
