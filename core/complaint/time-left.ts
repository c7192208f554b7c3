import { zonedText } from '../calendar/zoned-text.ts'
import { zonedDayNumber } from '../calendar/zoned-time.ts'
import type { BusinessCalendar } from '../working-time/business-calendar.ts'
import { businessMinutes } from '../working-time/business-minutes.ts'
import { type ClockName, type Complaint, clockNames, type Instant } from './complaint.ts'
import { nextDueAt } from './complaint-status.ts'

/** Which clock runs out next, when on the workspace's own clock, and how far off that is. */
export type TimeLeft = {
  clock: ClockName
  /** `YYYY-MM-DD` and `HH:MM`. */
  day: string
  time: string
  /** Days of the calendar from now: 0 is today, negative is past. */
  days: number
  /** Business minutes until then; negative once it is late. */
  minutes: number
  late: boolean
}

/**
 * The time left until a complaint's next deadline, in business time. Late at night a deadline of the morning before may
 * be missed by no business minute at all: `late` is true all the same.
 *
 * @returns undefined where no clock runs: while the customer is waited for, and once it is resolved.
 */
export function timeLeft(
  complaint: Pick<Complaint, ClockName>,
  calendar: BusinessCalendar,
  now: Instant,
): TimeLeft | undefined {
  const dueAt = nextDueAt(complaint)
  const clock = clockNames.find((name) => dueAt !== undefined && complaint[name]?.dueAt === dueAt)
  if (dueAt === undefined || !clock) return undefined
  const [due, at] = [Date.parse(dueAt), Date.parse(now)]
  const { timeZone } = calendar
  const [day = '', time = ''] = zonedText(due, timeZone).split(' ')
  return {
    ...{ clock, day, time, late: due < at },
    days: zonedDayNumber(due, timeZone) - zonedDayNumber(at, timeZone),
    minutes: businessMinutes(at, due, calendar),
  }
}
