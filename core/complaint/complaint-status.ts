import { missed } from './clock.ts'
import type { Clock, Complaint, Instant } from './complaint.ts'

export type ComplaintStatus = 'ok' | 'at_risk' | 'breached'

/** How a complaint stands against its targets: breached once any was missed, at risk when one that runs is nearly used. */
export function complaintStatus(
  { response, resolution }: Pick<Complaint, 'response' | 'resolution'>,
  now: Instant,
): ComplaintStatus {
  const clocks = [response, resolution]
  if (clocks.some((clock) => missed(clock, now))) return 'breached'
  return clocks.some((clock) => warned(clock, now)) ? 'at_risk' : 'ok'
}

/** The next deadline that runs, earliest first; undefined while waiting for the customer and once resolved. */
export function nextDueAt({ response, resolution }: Pick<Complaint, 'response' | 'resolution'>): Instant | undefined {
  return [response.dueAt, resolution.dueAt].filter((due) => due !== undefined).sort()[0]
}

function warned(clock: Clock, now: Instant): boolean {
  return clock.warnAt !== undefined && clock.warnAt <= now
}
