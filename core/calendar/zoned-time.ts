import { firstInstant } from './first-instant.ts'
import { zoneOffset } from './zone-offset.ts'

const DAY = 86_400_000

/** Whether the runtime knows the IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}

/** The local date of an instant, `YYYY-MM-DD`. */
export function zonedDay(instant: number, timeZone: string): string {
  return new Date(instant + zoneOffset(instant, timeZone)).toISOString().slice(0, 10)
}

/** The local date of an instant, in days since 1970-01-01. */
export function zonedDayNumber(instant: number, timeZone: string): number {
  return Math.floor((instant + zoneOffset(instant, timeZone)) / DAY)
}

/**
 * The first instant at which a zone's wall clock stands at or past a local time.
 *
 * A time that happens twice gives its first instance; one that is skipped gives the moment of the change.
 *
 * @param wall The local time as if it were UTC, in milliseconds.
 */
export function zonedInstant(wall: number, timeZone: string): number {
  const before = zoneOffset(wall - DAY, timeZone)
  const after = zoneOffset(wall + DAY, timeZone)
  if (before === after) return wall - before
  if (zoneOffset(wall - before, timeZone) === before) return wall - before
  if (zoneOffset(wall - after, timeZone) === after) return wall - after
  return firstInstant(wall - after, wall - before, (instant) => instant + zoneOffset(instant, timeZone) >= wall)
}

/** When a local date begins. */
export function firstInstantOf(day: string, timeZone: string): string {
  return new Date(zonedInstant(Date.parse(`${day}T00:00:00Z`), timeZone)).toISOString()
}
