import { zonedDay } from '../calendar/zoned-time.ts'
import { nextAlarm } from './clock.ts'
import { type Clock, type ClockName, type Complaint, clockNames, type Instant } from './complaint.ts'
import { type Acted, DESK } from './complaint-event.ts'
import type { ComplaintPolicy } from './complaint-policy.ts'
import { toldPeople } from './told-people.ts'

/** When the desk has something to do on a complaint by itself; undefined where nothing is ahead. */
export function nextSweepAt(complaint: Complaint): Instant | undefined {
  return [...alarms(complaint).map(({ dueAt }) => dueAt), ...closing(complaint)].sort()[0]
}

/**
 * The event that tells what was due earliest before an instant and was not told yet; undefined where nothing is.
 *
 * It leaves the complaint without that alarm, so that asking again gives the next one, and running twice, at once or
 * late tells everything exactly once.
 */
export function dueEscalation(complaint: Complaint, now: Instant, policy: ComplaintPolicy): Acted | undefined {
  const at = now > complaint.updatedAt ? now : complaint.updatedAt
  const [first] = alarms(complaint).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
  if (!first || first.dueAt >= at) return undefined
  const { clock, step, dueAt } = first
  const today = zonedDay(Date.parse(at), policy.calendar.timeZone)
  const to = toldPeople(policy, { step, owner: complaint.owner, today })
  const raised: Clock = { ...(complaint[clock] as Clock), raised: step + 1 }
  const escalation = { clock, step, dueAt, to }
  return { action: 'escalate', version: complaint.version + 1, at, by: DESK, escalation, [clock]: raised }
}

/** The event that closes what the customer has left unanswered for long enough; undefined where it is too early. */
export function dueClosing(complaint: Complaint, now: Instant): Acted | undefined {
  const at = now > complaint.updatedAt ? now : complaint.updatedAt
  const [closesAt] = closing(complaint)
  if (closesAt === undefined || closesAt >= at) return undefined
  return { action: 'close', version: complaint.version + 1, at, by: DESK }
}

function alarms(complaint: Complaint): { clock: ClockName; step: number; dueAt: Instant }[] {
  return clockNames.flatMap((clock) => {
    const alarm = complaint[clock] && nextAlarm(complaint[clock])
    return alarm ? { clock, ...alarm } : []
  })
}

function closing({ state, closesAt }: Complaint): Instant[] {
  return closesAt !== undefined && (state === 'resolved' || state === 'feedback') ? [closesAt] : []
}
