import { zonedDay, zonedInstant } from '../../calendar/zoned-time.ts'
import type { Instant } from '../complaint.ts'

/** When things happened to a complaint, in the order in which they can happen. */
export const timeParts = ['receivedAt', 'firstResponseAt', 'resolvedAt', 'closedAt'] as const
const FIRST_DAY = '2000-01-01'
export type TimePart = (typeof timeParts)[number]

/** The part that was told to be of before this century, if one was: figures look through the months since the first complaint. */
export function partLongAgo(told: { [P in TimePart]?: string | undefined }): TimePart | undefined {
  return timeParts.find((part) => (told[part] ?? FIRST_DAY) < FIRST_DAY)
}

/** Days `2026-03-31`, or instants with their offset. */
export type ToldTimes = { receivedAt: string } & { [P in TimePart]?: string | undefined }
export type ComplaintTimes = { receivedAt: Instant } & { [P in TimePart]?: Instant }

/**
 * What was told as instants, or the two of them that run backwards.
 *
 * A day without a time of day stands for its first moment that is not before what happened earlier: on the day of
 * reception, an answer "that day" came no sooner than the complaint.
 *
 * @param timeZone Whose days they are.
 */
export function complaintTimes(
  told: ToldTimes,
  timeZone: string,
): ComplaintTimes | { backwards: [earlier: TimePart, later: TimePart] } {
  const times: { [P in TimePart]?: Instant } = {}
  let before: { part: TimePart; at: Instant } | undefined
  for (const part of timeParts) {
    const text = told[part]
    if (text === undefined) continue
    const at = instantOf(text, before?.at, timeZone)
    if (before && at < before.at) return { backwards: [before.part, part] }
    times[part] = at
    before = { part, at }
  }
  return times as ComplaintTimes
}

function instantOf(text: string, before: Instant | undefined, timeZone: string): Instant {
  if (text.length > 10) return new Date(text).toISOString()
  if (before !== undefined && zonedDay(Date.parse(before), timeZone) === text) return before
  return new Date(zonedInstant(Date.parse(`${text}T00:00:00Z`), timeZone)).toISOString()
}
