import { zoneOffset } from '../../../core/calendar/zone-offset.ts'

/** A day as it is, an instant by the wall clock of a zone: `2026-03-31 08:00`. */
export function shownMoment(told: string, timeZone: string): string {
  if (told.length <= 10) return told
  const instant = Date.parse(told)
  return new Date(instant + zoneOffset(instant, timeZone)).toISOString().slice(0, 16).replace('T', ' ')
}
