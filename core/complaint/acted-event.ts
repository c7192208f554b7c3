import { InputError } from '../input-error.ts'
import { actedClocks } from './acted-clocks.ts'
import type { Complaint, Instant } from './complaint.ts'
import type { Acted, Actor } from './complaint-event.ts'
import { checkFlow, flowOf } from './complaint-flow.ts'
import { allowedActions, type ComplaintAction, nextState } from './complaint-moves.ts'
import type { ComplaintPolicy } from './complaint-policy.ts'
import { isRatable } from './is-ratable.ts'

/** What somebody wants to do to a complaint. */
export type Act = Omit<
  Acted,
  'version' | 'at' | 'by' | 'importedAt' | 'response' | 'update' | 'resolution' | 'closesAt' | 'escalation'
>

/**
 * The event that an action makes, its effect on the clocks worked out.
 *
 * A machine's clock that went back since the last event is not believed: time stands still until it has caught up.
 *
 * @throws InputError `complaintMove`, `fieldMissing`, `complaintField`, `complaintNeeds`.
 */
export function actedEvent(complaint: Complaint, act: Act, by: Actor, now: Instant, policy: ComplaintPolicy): Acted {
  checkAct(complaint, act)
  checkFlow(policy.flows, complaint, act)
  const at = now > complaint.updatedAt ? now : complaint.updatedAt
  const clocks = actedClocks(complaint, act, at, policy)
  const closesAt = closingAfter(complaint, act, at, policy)
  return { ...act, version: complaint.version + 1, at, by, ...clocks, ...(closesAt && { closesAt }) }
}

function closingAfter(complaint: Complaint, { action }: Act, at: Instant, { flows }: ComplaintPolicy) {
  if (action !== 'resolve' && action !== 'ask_feedback') return undefined
  const days = flowOf(flows, complaint).closesAfterDays
  return days > 0 ? new Date(Date.parse(at) + days * 86_400_000).toISOString() : undefined
}

/** What an action can't do without, and what only some actions can carry. */
const NEEDS: Partial<Record<ComplaintAction, readonly (keyof Act)[]>> = {
  note: ['text'],
  reply: ['text'],
  assign: ['owner'],
  change_severity: ['severity'],
}
const ONLY: Partial<Record<keyof Act, readonly ComplaintAction[]>> = {
  owner: ['assign', 'classify', 'identify'],
  severity: ['change_severity', 'classify'],
  satisfaction: ['close', 'reopen', 'note'],
  solved: ['note'],
  kind: ['classify'],
  category: ['classify'],
  customer: ['identify'],
  contact: ['identify'],
}

function checkAct(complaint: Complaint, act: Act): void {
  const { state } = complaint
  const { action, satisfaction, solved } = act
  const allowed = allowedActions(state)
  if (nextState(state, action) === undefined || !allowed.includes(action)) {
    throw new InputError('complaintMove', { action, state, allowed })
  }
  if (action === 'identify' && !act.customer && !act.contact)
    throw new InputError('fieldMissing', { field: 'customer' })
  for (const field of NEEDS[action] ?? []) {
    if (act[field] === undefined && solved === undefined) throw new InputError('fieldMissing', { field })
  }
  for (const [field, actions] of Object.entries(ONLY) as [keyof Act, readonly ComplaintAction[]][]) {
    if (act[field] !== undefined && !actions.includes(action)) throw new InputError('complaintField', { action, field })
  }
  // A note keeps a rating that came after the closing, and only once: people of the desk rate nothing by a note.
  if (action === 'note' && satisfaction !== undefined && (solved === undefined || !isRatable(complaint))) {
    throw new InputError('complaintField', { action, field: 'satisfaction' })
  }
}
