import { zonedText } from '../../../../core/calendar/zoned-text.ts'
import { zonedInstant } from '../../../../core/calendar/zoned-time.ts'
import type { Instant } from '../../../../core/complaint/complaint.ts'

/** An instant in the desk's time zone, `2026-03-31 08:00`. */
export function moment(instant: Instant, timeZone: string): string {
  return zonedText(Date.parse(instant), timeZone)
}

/** The instant of a time as a control gives it, `2026-03-31T08:00`; undefined where it is none. */
export function instantOf(typed: string, timeZone: string): Instant | undefined {
  const wall = Date.parse(`${typed}Z`)
  return Number.isNaN(wall) ? undefined : new Date(zonedInstant(wall, timeZone)).toISOString()
}
