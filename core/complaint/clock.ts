import { businessMinutes } from '../working-time/business-minutes.ts'
import { deadline } from '../working-time/deadline.ts'
import type { Clock, Instant } from './complaint.ts'
import type { ComplaintPolicy } from './complaint-policy.ts'

/** A clock that has not run yet. */
export function newClock(targetMinutes: number): Clock {
  return { targetMinutes, usedMinutes: 0 }
}

/** Set running at an instant. A target missed before stays missed since then. */
export function startedClock(clock: Clock, at: Instant, policy: ComplaintPolicy): Clock {
  const { targetMinutes, usedMinutes, levelsFrom = targetMinutes, missedAt } = clock
  const after = (minutes: number) => instant(deadline(Date.parse(at), minutes - usedMinutes, policy.calendar))
  const dueAt = missedAt ?? after(targetMinutes)
  const warnAt = missedAt ?? after(targetMinutes * policy.warnShare)
  const levelsAt = policy.escalation.levels.map(({ afterMinutes }) => after(levelsFrom + afterMinutes))
  return { ...clock, since: at, warnAt, dueAt, levelsAt }
}

/** Paused or stopped at an instant, the time since its start added. One that is not running stays as it is. */
export function stoppedClock(clock: Clock, at: Instant, policy: ComplaintPolicy): Clock {
  const { targetMinutes, usedMinutes, since, levelsFrom, raised } = clock
  if (since === undefined) return clock
  const missedAt = missed(clock, at)
  return {
    targetMinutes,
    usedMinutes: sum(usedMinutes, businessMinutes(Date.parse(since), Date.parse(at), policy.calendar)),
    ...(levelsFrom !== undefined && { levelsFrom }),
    ...(raised !== undefined && { raised }),
    ...(missedAt && { missedAt }),
  }
}

/**
 * Set running again after it was stopped for good: it goes on where it stood. If it was late by then, that it is late is
 * told once more, and its levels count from now.
 */
export function reopenedClock(clock: Clock, at: Instant, policy: ComplaintPolicy): Clock {
  const { usedMinutes, missedAt, raised } = clock
  if (missedAt === undefined) return startedClock(clock, at, policy)
  const again = { ...clock, levelsFrom: usedMinutes, ...(raised !== undefined && { raised: Math.min(raised, 1) }) }
  return startedClock(again, at, policy)
}

/**
 * With another target from an instant on, one that was not missed by then. If the time used is past the new target
 * already, it is missed from now, not before; if it is not, what was told of the former target is told anew of this one.
 */
export function retargetedClock(clock: Clock, targetMinutes: number, at: Instant, policy: ComplaintPolicy): Clock {
  const { usedMinutes, raised } = stoppedClock(clock, at, policy)
  const late = usedMinutes > targetMinutes && { missedAt: at, ...(raised !== undefined && { raised }) }
  const stopped: Clock = { targetMinutes, usedMinutes, ...late }
  return clock.since === undefined ? stopped : startedClock(stopped, at, policy)
}

/** When a clock's target ran out, as it stands at an instant; undefined while there is time left. */
export function missed(clock: Clock, at: Instant): Instant | undefined {
  return clock.missedAt ?? (clock.dueAt !== undefined && clock.dueAt < at ? clock.dueAt : undefined)
}

/** What a running clock tells next: its step (0 the warning, 1 the breach, then the levels above) and when. */
export function nextAlarm(clock: Clock): { step: number; dueAt: Instant } | undefined {
  const { since, warnAt, dueAt, levelsAt = [], raised: step = 0 } = clock
  if (since === undefined || warnAt === undefined || dueAt === undefined) return undefined
  const next = [warnAt, dueAt, ...levelsAt][step]
  return next === undefined ? undefined : { step, dueAt: next }
}

/** Added by whole milliseconds, so that no rounding piles up. */
function sum(minutes: number, more: number): number {
  return (Math.round(minutes * 60_000) + Math.round(more * 60_000)) / 60_000
}

function instant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString()
}
