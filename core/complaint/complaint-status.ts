import { missed } from './clock.ts'
import type { Clock, Complaint, Instant } from './complaint.ts'

export const complaintStatuses = ['ok', 'at_risk', 'breached'] as const
export type ComplaintStatus = (typeof complaintStatuses)[number]

export const clockStatuses = [...complaintStatuses, 'paused', 'met'] as const
export type ClockStatus = (typeof clockStatuses)[number]

type Clocks = Pick<Complaint, 'response' | 'update' | 'resolution'>

/** How a complaint stands against its targets: breached once any was missed, at risk when one that runs is nearly used. */
export function complaintStatus({ response, update, resolution }: Clocks, now: Instant): ComplaintStatus {
  const all = [response, update, resolution].map((clock) => clock && clockStatus(clock, now))
  return all.find((status) => status === 'breached') ?? all.find((status) => status === 'at_risk') ?? 'ok'
}

/** Whether any clock that runs is nearly used, whatever else was missed: what there is still time to keep. */
export function isAtRisk({ response, update, resolution }: Clocks, now: Instant): boolean {
  return [response, update, resolution].some((clock) => clock && clockStatus(clock, now) === 'at_risk')
}

/** How one clock stands; `paused` says that it will run again once the customer has answered. */
export function clockStatus(clock: Clock, now: Instant, paused = false): ClockStatus {
  if (missed(clock, now)) return 'breached'
  if (clock.since === undefined) return paused ? 'paused' : 'met'
  return clock.warnAt !== undefined && clock.warnAt <= now ? 'at_risk' : 'ok'
}

/** The next deadline that runs, earliest first; undefined while waiting for the customer and once resolved. */
export function nextDueAt({ response, update, resolution }: Clocks): Instant | undefined {
  return [response.dueAt, update?.dueAt, resolution.dueAt].sort()[0]
}
