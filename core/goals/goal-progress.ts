export type Goal = {
  actual: number
  target: number
  /** Where the figure stood at the start; 0 by default. It must not equal the target. */
  baseline?: number
  /** Days; without them there is no pace, projection or verdict on time. `due` is after `start`. */
  span?: { start: number; due: number; asOf: number }
}

type GoalStatus = 'achieved' | 'onTrack' | 'behind' | 'missed'

export type GoalProgress = {
  /** Share of the way from baseline to target; 1 is reached. */
  progress: number
  /** Progress over the share of time that has passed; undefined before the first day is over and without a span. */
  pace: number | undefined
  /** The figure on the due day if it goes on as it has, in a straight line from the baseline. */
  projected: number | undefined
  status: GoalStatus | undefined
}

/**
 * How far a goal has come, whether in time, and where it will end.
 *
 * Behind is 10 % or more under a straight line from baseline to target; missed is past the due day and not reached.
 * Without a span only `achieved` can be told.
 */
export function goalProgress({ actual, target, baseline = 0, span }: Goal): GoalProgress {
  const progress = (actual - baseline) / (target - baseline)
  const passed = span ? Math.min(1, (span.asOf - span.start) / (span.due - span.start)) : 0
  const pace = passed > 0 ? progress / passed : undefined
  return {
    progress,
    pace,
    projected: passed > 0 ? baseline + (actual - baseline) / passed : undefined,
    status: progress >= 1 ? 'achieved' : span && lateness(pace, span.asOf > span.due),
  }
}

/** A pace of 0.9 is behind; the margin absorbs the rounding of two divisions. */
function lateness(pace: number | undefined, over: boolean): GoalStatus {
  if (over) return 'missed'
  return pace !== undefined && pace <= 0.9 + 1e-12 ? 'behind' : 'onTrack'
}
