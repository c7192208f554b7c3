import { InputError } from '../input-error.ts'
import { retargetedClock, startedClock, stoppedClock } from './clock.ts'
import type { Complaint, Instant } from './complaint.ts'
import type { Acted, Actor } from './complaint-event.ts'
import { allowedActions, type ComplaintAction, nextState } from './complaint-moves.ts'
import { type ComplaintPolicy, targetRule } from './complaint-policy.ts'

/** What somebody wants to do to a complaint. */
export type Act = Omit<Acted, 'version' | 'at' | 'by' | 'response' | 'resolution'>

/**
 * The event that an action makes, its effect on the clocks worked out.
 *
 * A machine's clock that went back since the last event is not believed: time stands still until it has caught up.
 *
 * @throws InputError `complaintMove`, `fieldMissing`, `complaintField`.
 */
export function actedEvent(complaint: Complaint, act: Act, by: Actor, now: Instant, policy: ComplaintPolicy): Acted {
  checkAct(complaint, act)
  const at = now > complaint.updatedAt ? now : complaint.updatedAt
  const clocks = clocksAfter(complaint, act, at, policy)
  return { ...act, version: complaint.version + 1, at, by, ...clocks }
}

/** Answers reach the customer, which ends the wait for a first response. */
const ANSWERS: readonly ComplaintAction[] = ['acknowledge', 'reply']
const STOPS: readonly ComplaintAction[] = ['wait', 'resolve']
const RUNS: readonly ComplaintAction[] = ['resume', 'reopen']

function clocksAfter(complaint: Complaint, { action, severity }: Act, at: Instant, policy: ComplaintPolicy) {
  const { response, resolution } = complaint
  if (ANSWERS.includes(action) && response.since !== undefined) return { response: stoppedClock(response, at, policy) }
  if (STOPS.includes(action) && resolution.since !== undefined)
    return { resolution: stoppedClock(resolution, at, policy) }
  if (RUNS.includes(action)) return { resolution: startedClock(resolution, at, policy) }
  if (!severity) return {}
  const rule = targetRule(policy, { kind: complaint.kind, tier: complaint.customer.tier, severity })
  return {
    ...(response.since !== undefined && { response: retargetedClock(response, rule.responseMinutes, at, policy) }),
    resolution: retargetedClock(resolution, rule.resolutionMinutes, at, policy),
  }
}

/** What an action can't do without, and what only some actions can carry. */
const NEEDS = { note: 'text', reply: 'text', assign: 'owner', change_severity: 'severity' } as const
const ONLY = { owner: ['assign'], severity: ['change_severity'], satisfaction: ['close', 'reopen'] } as const

function checkAct({ state }: Complaint, act: Act): void {
  const { action } = act
  if (nextState(state, action) === undefined) {
    throw new InputError('complaintMove', { action, state, allowed: allowedActions(state) })
  }
  const needed = action in NEEDS ? NEEDS[action as keyof typeof NEEDS] : undefined
  if (needed && act[needed] === undefined) throw new InputError('fieldMissing', { field: needed })
  for (const [field, actions] of Object.entries(ONLY) as [keyof typeof ONLY, readonly ComplaintAction[]][]) {
    if (act[field] !== undefined && !actions.includes(action)) {
      throw new InputError('complaintField', { action, field })
    }
  }
}
