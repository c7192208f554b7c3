import { type Cascade, type CascadeDone, cascadeGoal as cascade } from '../goals/cascade-goal.ts'
import { type CascadeSetup, cascadeSetup as setUpCascade } from '../goals/cascade-setup.ts'
import { type GoalsSetup, goalsSetup as setUp } from '../goals/goals-setup.ts'
import { type MeasurePast, measurePast, type PastAsked } from '../goals/measure-past.ts'
import { type SavedGoal, saveGoal as save } from '../goals/save-goal.ts'
import { type UndoneCascade, undoCascade as undo } from '../goals/undo-cascade.ts'
import { type UpdatedProgress, updateProgress } from '../goals/update-progress.ts'
import { inWords } from '../user-language.ts'

/** What the form "Goals" begins with: the tree, what goals can be measured by, and for whom they can be. */
export function goalsSetup(): GoalsSetup {
  return inWords(setUp)
}

/** A measure's figure so far and in past months, for a goal that is being written. */
export function goalMeasurePast(asked: PastAsked): MeasurePast {
  return inWords(() => measurePast(asked))
}

/** Writes a goal. @returns Its id. */
export function saveGoal(goal: SavedGoal): string {
  return inWords(() => save(goal))
}

/** What a goal can be handed on to, and split by. */
export function goalCascadeSetup(id: string, kind: Cascade['kind']): CascadeSetup {
  return inWords(() => setUpCascade(id, kind))
}

/** Writes a goal's parts. */
export function cascadeGoal(asked: Cascade): CascadeDone {
  return inWords(() => cascade(asked))
}

/** Takes a goal's parts back that were written by one action. */
export function undoGoalCascade(action: string): UndoneCascade {
  return inWords(() => undo(action))
}

/** Brings actual figures, progress, projections and statuses up to date. */
export function updateGoalProgress(): UpdatedProgress {
  return inWords(updateProgress)
}
