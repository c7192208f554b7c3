import type { Act } from './acted-event.ts'
import { missed, newClock, reopenedClock, retargetedClock, startedClock, stoppedClock } from './clock.ts'
import type { Clock, Complaint, Instant } from './complaint.ts'
import type { Acted } from './complaint-event.ts'
import { type ComplaintAction, isWorkedOn } from './complaint-moves.ts'
import { type ComplaintPolicy, type TargetRule, targetRule } from './complaint-policy.ts'

/** Answers reach the customer, which ends the wait for a first response and begins the wait for the next word. */
const ANSWERS: readonly ComplaintAction[] = ['acknowledge', 'reply']
const STOPS: readonly ComplaintAction[] = ['wait', 'resolve']

type Clocks = Pick<Acted, 'response' | 'update' | 'resolution'>

/** The clocks that an act starts, stops or sets anew at an instant; those that it leaves alone are not there. */
export function actedClocks(complaint: Complaint, act: Act, at: Instant, policy: ComplaintPolicy): Clocks {
  const { action } = act
  const { response, update, resolution } = complaint
  const rule = ruleAfter(complaint, act, policy)
  const nextWord = () =>
    rule.updateMinutes === undefined
      ? stoppedWord(update, at, policy)
      : { update: startedClock(newClock(rule.updateMinutes), at, policy) }
  if (ANSWERS.includes(action)) {
    return {
      ...(response.since !== undefined && { response: stoppedClock(response, at, policy) }),
      ...(resolution.since !== undefined && nextWord()),
    }
  }
  if (STOPS.includes(action)) {
    return {
      ...stoppedWord(update, at, policy),
      ...(resolution.since !== undefined && { resolution: stoppedClock(resolution, at, policy) }),
    }
  }
  if (action === 'resume') return { ...nextWord(), resolution: startedClock(resolution, at, policy) }
  if (action === 'reopen') return { ...nextWord(), resolution: reopenedClock(resolution, at, policy) }
  return isAnother(complaint, act) ? retargetedClocks(complaint, rule, at, policy) : {}
}

/** The wait for the next word ended, where somebody waits. */
function stoppedWord(update: Clock | undefined, at: Instant, policy: ComplaintPolicy): Clocks {
  return update?.since === undefined ? {} : { update: stoppedClock(update, at, policy) }
}

/** The targets of what a complaint is after an act. */
function ruleAfter(complaint: Complaint, act: Act, policy: ComplaintPolicy): TargetRule {
  const { kind = complaint.kind, severity = complaint.severity, customer = complaint.customer } = act
  return targetRule(policy, { kind, severity, tier: customer.tier })
}

/** Whether an act makes something else of it that is still worked on: only then its targets are those of today's policy. */
function isAnother({ state, ...complaint }: Complaint, { kind, severity, customer }: Act): boolean {
  const differs = <T>(next: T | undefined, now: T) => next !== undefined && next !== now
  return (
    isWorkedOn(state) &&
    (differs(kind, complaint.kind) ||
      differs(severity, complaint.severity) ||
      differs(customer?.tier, complaint.customer.tier))
  )
}

/** Clocks that run or will run again, set to their targets. What was missed stays so, by the target that was missed. */
function retargetedClocks(
  { response, update, resolution }: Complaint,
  { responseMinutes, updateMinutes, resolutionMinutes }: TargetRule,
  at: Instant,
  policy: ComplaintPolicy,
): Clocks {
  const isKept = (clock: Clock, target: number) => clock.targetMinutes === target || missed(clock, at) !== undefined
  const isUpdateSet = update?.since !== undefined && updateMinutes !== undefined && !isKept(update, updateMinutes)
  return {
    ...(response.since !== undefined &&
      !isKept(response, responseMinutes) && { response: retargetedClock(response, responseMinutes, at, policy) }),
    ...(updateMinutes === undefined && stoppedWord(update, at, policy)),
    ...(isUpdateSet && { update: retargetedClock(update, updateMinutes, at, policy) }),
    ...(!isKept(resolution, resolutionMinutes) && {
      resolution: retargetedClock(resolution, resolutionMinutes, at, policy),
    }),
  }
}
