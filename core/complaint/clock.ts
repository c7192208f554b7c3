import { businessMinutes } from './business-minutes.ts'
import type { Clock, Instant } from './complaint.ts'
import type { ComplaintPolicy } from './complaint-policy.ts'
import { deadline } from './deadline.ts'

/** A clock that has not run yet. */
export function newClock(targetMinutes: number): Clock {
  return { targetMinutes, usedMinutes: 0 }
}

/** Set running at an instant. A target missed before stays missed since then. */
export function startedClock(clock: Clock, at: Instant, policy: ComplaintPolicy): Clock {
  const { targetMinutes, usedMinutes, missedAt } = clock
  const after = (minutes: number) => instant(deadline(Date.parse(at), minutes - usedMinutes, policy.calendar))
  const dueAt = missedAt ?? after(targetMinutes)
  const warnAt = missedAt ?? after(targetMinutes * policy.warnShare)
  return { ...clock, since: at, warnAt, dueAt }
}

/** Paused or stopped at an instant, the time since its start added. One that is not running stays as it is. */
export function stoppedClock(clock: Clock, at: Instant, policy: ComplaintPolicy): Clock {
  const { targetMinutes, usedMinutes, since } = clock
  if (since === undefined) return clock
  const missedAt = missed(clock, at)
  return {
    targetMinutes,
    usedMinutes: sum(usedMinutes, businessMinutes(Date.parse(since), Date.parse(at), policy.calendar)),
    ...(missedAt && { missedAt }),
  }
}

/** With another target from an instant on. If the time used is past it already, it is missed from now, not before. */
export function retargetedClock(clock: Clock, targetMinutes: number, at: Instant, policy: ComplaintPolicy): Clock {
  const { usedMinutes, missedAt } = stoppedClock(clock, at, policy)
  const late = usedMinutes > targetMinutes
  const stopped: Clock = { targetMinutes, usedMinutes, ...(late && { missedAt: missedAt ?? at }) }
  return clock.since === undefined ? stopped : startedClock(stopped, at, policy)
}

/** When a clock's target ran out, as it stands at an instant; undefined while there is time left. */
export function missed(clock: Clock, at: Instant): Instant | undefined {
  return clock.missedAt ?? (clock.dueAt !== undefined && clock.dueAt < at ? clock.dueAt : undefined)
}

/** Added by whole milliseconds, so that no rounding piles up. */
function sum(minutes: number, more: number): number {
  return (Math.round(minutes * 60_000) + Math.round(more * 60_000)) / 60_000
}

function instant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString()
}
