import { zoneOffset } from './zone-offset.ts'

/** An instant as people of a zone write it: `2026-03-09 14:00`. */
export function zonedText(instant: number, timeZone: string): string {
  return new Date(instant + zoneOffset(instant, timeZone)).toISOString().slice(0, 16).replace('T', ' ')
}
