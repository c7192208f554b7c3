import { attainment } from './attainment.ts'
import { type Goal, type GoalProgress, goalProgress } from './goal-progress.ts'

/** A goal with what its measure says of the figure; a typed figure is one that does not add up. */
export type GoalInTime = Omit<Goal, 'baseline'> & {
  baseline: number | undefined
  adds: boolean
  /** Whether less is better. */
  lessIsBetter: boolean
}

/**
 * Progress, pace, projection and status of a goal whatever kind of figure it has.
 *
 * What adds up counts from 0, since its baseline is what an earlier time brought as a whole. Where less of it is better
 * (new complaints), progress compares what the whole span leads to with the target, and is final when the span is over.
 *
 * @returns undefined where baseline and target leave no way to go.
 */
export function goalState({ adds, lessIsBetter, baseline, ...goal }: GoalInTime): GoalProgress | undefined {
  if (!adds && lessIsBetter && baseline === undefined) return levelState(goal)
  if (!adds) return goal.target === (baseline ?? 0) ? undefined : goalProgress({ ...goal, baseline: baseline ?? 0 })
  if (!lessIsBetter) return goal.target === 0 ? undefined : goalProgress(goal)
  return limitState(goal, baseline)
}

/** A level that is to be low, without where it began: how its target compares with it. */
function levelState({ actual, target, span }: Omit<Goal, 'baseline'>): GoalProgress | undefined {
  const reached = attainment({ actual, target, direction: -1 })
  if (reached === undefined) return undefined
  const late = span && (span.asOf > span.due ? 'missed' : 'behind')
  const progress = Number.isFinite(reached) ? reached : 1
  return { progress, pace: undefined, projected: undefined, status: actual <= target ? 'achieved' : late }
}

/** A sum that is to stay small. */
function limitState({ actual, target, span }: Omit<Goal, 'baseline'>, baseline: number | undefined) {
  const passed = span ? Math.min(1, (span.asOf - span.start) / (span.due - span.start)) : 0
  if (!span || passed <= 0) return undefined
  const projected = actual / passed
  const reached = attainment({ actual: projected, target, direction: -1, baseline })
  if (reached === undefined) return undefined
  const progress = Number.isFinite(reached) ? reached : 1
  const isOver = span.asOf > span.due
  const status: GoalProgress['status'] =
    projected <= target ? (isOver ? 'achieved' : 'onTrack') : isOver || actual > target ? 'missed' : 'behind'
  return { progress, pace: progress, projected, status }
}
