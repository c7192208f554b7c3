import type { Clock } from '../../../../core/complaint/complaint.ts'
import type { ClockStatus } from '../../../../core/complaint/complaint-status.ts'
import type { BusinessCalendar } from '../../../../core/working-time/business-calendar.ts'
import { businessMinutes } from '../../../../core/working-time/business-minutes.ts'
import { messages } from '../../kit/language.ts'
import { moment } from './moment.ts'

const text = messages.oneComplaint.clock

/** How one clock stands, in a sentence: until when, how much working time is left, or how it ended. */
export function clockWords(clock: Clock, status: ClockStatus, calendar: BusinessCalendar, asOf: string): string {
  const { dueAt, missedAt, usedMinutes, targetMinutes } = clock
  const of = { used: hours(usedMinutes), target: hours(targetMinutes) }
  if (dueAt !== undefined) {
    const at = moment(dueAt, calendar.timeZone)
    if (status === 'breached') return text.late(at)
    const left = hours(businessMinutes(Date.parse(asOf), Date.parse(dueAt), calendar))
    return status === 'at_risk' ? text.atRisk({ at, left }) : text.running({ at, left })
  }
  if (status === 'paused') return text.paused(of)
  return missedAt === undefined ? text.met(of) : text.missed({ ...of, at: moment(missedAt, calendar.timeZone) })
}

/** Working time in hours, to the tenth; below an hour in minutes. */
function hours(minutes: number): string {
  if (minutes < 60) return text.minutes(Math.round(minutes))
  return text.hours(Math.round(minutes / 6) / 10)
}
