import { isTimeZone } from '../../../../core/calendar/zoned-time.ts'
import { errorText, InputError } from '../../../../core/input-error.ts'
import {
  type BusinessCalendar,
  checkedCalendar,
  type WorkSpan,
} from '../../../../core/working-time/business-calendar.ts'
import type { SpecialHours } from '../../../../core/working-time/typed-days.ts'
import { shownHours, typedHours } from '../../../../core/working-time/typed-hours.ts'
import { messages } from '../../kit/language.ts'

/** Business hours as they stand in the fields. */
export type HoursDraft = {
  timeZone: string
  /** What is typed for each weekday, Monday first. */
  week: readonly string[]
  /** Days unlike their weekday, by ISO date. A usual day follows the week, also when that changes afterwards. */
  special: Readonly<Record<string, SpecialHours>>
}

/** What each field has to say; undefined where it is right. */
export type HoursProblems = { timeZone: string | undefined; week: (string | undefined)[]; whole: string | undefined }

export function hoursDraft({ timeZone, week, specialDays }: BusinessCalendar): HoursDraft {
  const usual = shownHours(usualHours(week))
  const special = Object.entries(specialDays).map(([day, spans]): [string, SpecialHours] => {
    if (spans.length === 0) return [day, 'off']
    return [day, shownHours(spans) === usual ? 'usual' : spans]
  })
  return { timeZone, week: week.map(shownHours), special: Object.fromEntries(special) }
}

/** The calendar that the fields make. @throws InputError as `typedHours` and `checkedCalendar`. */
export function calendarOf({ timeZone, week, special }: HoursDraft): BusinessCalendar {
  const spans = week.map(typedHours)
  const specialDays = Object.entries(special).map(([day, hours]) => {
    return [day, hours === 'off' ? [] : hours === 'usual' ? usualHours(spans) : hours]
  })
  return checkedCalendar({ timeZone: timeZone.trim(), week: spans, specialDays: Object.fromEntries(specialDays) })
}

export function hoursProblems(draft: HoursDraft): HoursProblems {
  const week = draft.week.map((hours) => problemOf(() => typedHours(hours)))
  const zone = draft.timeZone.trim()
  const timeZone = problemOf(() => {
    if (!isTimeZone(zone)) throw new InputError('calendarZone', { timeZone: zone })
  })
  const whole = timeZone || week.some(Boolean) ? undefined : problemOf(() => calendarOf(draft))
  return { timeZone, week, whole }
}

export function hoursAreWrong(draft: HoursDraft): boolean {
  return problemOf(() => calendarOf(draft)) !== undefined
}

/** The sentence of what is wrong with something typed; undefined where nothing is. */
export function problemOf(read: () => unknown): string | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    if (error instanceof InputError) return errorText(error, messages)
    throw error
  }
}

/** The hours of the first weekday that is worked: those of a make-up day. */
function usualHours(week: readonly WorkSpan[][]): WorkSpan[] {
  return week.find((spans) => spans.length > 0) ?? []
}
