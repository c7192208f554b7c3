import { ascending } from '../maths/ascending.ts'
import { countBelow } from '../maths/count-below.ts'

export type SurvivalRow = {
  time: number
  /** Those observed for at least this time, so including those whose event or end of observation is at it. */
  atRisk: number
  /** Events since the time of the row before, up to and including this one. */
  events: number
  /** Share without the event after this time, 0 to 1; undefined past the longest duration, unless it was 0 before. */
  survival: number | undefined
  /** Greenwood's; undefined where survival is undefined or 0. */
  standardError: number | undefined
}

/** The curve from one event time on: `variance` is Greenwood's sum of events / (at risk x at risk without them). */
type Step = { time: number; events: number; survival: number; variance: number }

/**
 * Kaplan-Meier: the share of customers that the event has not yet happened to, by time.
 *
 * A duration without event is censored: the customer counts as at risk up to and including it, so also for events at
 * the same time. As in R, `events` counts from one row to the next, and the error where survival is 0 is not a number.
 *
 * @param durations 0 or more, in any unit.
 * @param events 1 where the duration ended with the event, 0 where only the observation ended.
 * @param times Where to read the curve, in any order; each is given once, ascending. Left out: each time with an event.
 * @see `survfit` and `summary(fit, times)` of R's survival package; Kaplan, Meier (1958), Greenwood (1926).
 */
export function survival(
  durations: readonly number[],
  events: readonly number[],
  times?: readonly number[],
): SurvivalRow[] {
  const ends = ascending(durations)
  const eventTimes = ascending(durations.filter((_, row) => events[row] === 1))
  const longest = ends[ends.length - 1] ?? -Infinity
  const start: Step = { time: -Infinity, events: 0, survival: 1, variance: 0 }
  const steps = [start, ...curve(ends, eventTimes)]
  let step = start
  let next = 1
  return [...new Set(ascending(times ?? eventTimes))].map((time) => {
    const before = step.events
    while (next < steps.length && (steps[next] as Step).time <= time) step = steps[next++] as Step
    const known = time <= longest || step.survival === 0
    const error = known && step.survival > 0 ? step.survival * Math.sqrt(step.variance) : undefined
    return {
      time,
      atRisk: ends.length - countBelow(ends, time),
      events: step.events - before,
      survival: known ? step.survival : undefined,
      standardError: error,
    }
  })
}

/** @returns One step for each distinct time with events, `events` counted from the beginning. */
function curve(ends: ArrayLike<number>, eventTimes: ArrayLike<number>): Step[] {
  const steps: Step[] = []
  let survival = 1
  let variance = 0
  for (let first = 0; first < eventTimes.length; ) {
    const time = eventTimes[first] as number
    let after = first + 1
    while (eventTimes[after] === time) after += 1
    const atRisk = ends.length - countBelow(ends, time)
    const staying = atRisk - (after - first)
    survival *= staying / atRisk
    variance += (after - first) / (atRisk * staying)
    steps.push({ time, events: after, survival, variance })
    first = after
  }
  return steps
}
