import { type Act, actedEvent } from './acted-event.ts'
import type { Complaint, Instant } from './complaint.ts'
import { type Acted, type Actor, DESK } from './complaint-event.ts'
import { flowOf } from './complaint-flow.ts'
import { complaintAfter } from './complaint-from-events.ts'
import type { ComplaintPolicy } from './complaint-policy.ts'
import { dueClosing, dueEscalation } from './due-event.ts'

/** Events that follow one another, and what the complaint is after the last. */
export type Happened = { events: Acted[]; complaint: Complaint }

/**
 * What an action makes happen: all that was due before it and not told yet, the action itself, and the question to the
 * customer where the flow asks as soon as it is resolved.
 *
 * @throws InputError as `actedEvent`.
 */
export function actedEvents(before: Complaint, act: Act, by: Actor, now: Instant, policy: ComplaintPolicy): Happened {
  const due = escalations(before, now, policy)
  const done = after(due, actedEvent(due.complaint, act, by, now, policy))
  const asks = act.action === 'resolve' && flowOf(policy.flows, done.complaint).asksFeedback
  return asks ? after(done, actedEvent(done.complaint, { action: 'ask_feedback' }, DESK, now, policy)) : done
}

/**
 * What happens by the passing of time alone: escalations, one by one, and the closing.
 *
 * @param most So many events, the earliest: asking again gives those that follow.
 */
export function sweptEvents(before: Complaint, now: Instant, policy: ComplaintPolicy, most?: number): Happened {
  const due = escalations(before, now, policy, most)
  const closing = due.events.length === most ? undefined : dueClosing(due.complaint, now)
  return closing ? after(due, closing) : due
}

function escalations(complaint: Complaint, now: Instant, policy: ComplaintPolicy, most?: number): Happened {
  let happened: Happened = { events: [], complaint }
  while (happened.events.length !== most) {
    const due = dueEscalation(happened.complaint, now, policy)
    if (!due) break
    happened = after(happened, due)
  }
  return happened
}

function after({ events, complaint }: Happened, event: Acted): Happened {
  return { events: [...events, event], complaint: complaintAfter(complaint, event) }
}
