import type { GoalProgress } from '../../core/goals/goal-progress.ts'
import { goalState } from '../../core/goals/goal-state.ts'
import { goalTree, type TreePlace } from '../../core/goals/goal-tree.ts'
import type { OfferedMeasure } from './goal-measures.ts'
import type { SheetGoal } from './goals-tab.ts'

/** Rows are told as the sheet numbers them: the header is row 1. */
const FIRST_ROW = 2

/** How a goal stands: its place, `row` counted in the list of goals; `own` undefined where it has no figure or way to go. */
export type GoalStanding = { own: GoalProgress | undefined; place: TreePlace }

/**
 * How every goal stands, in the order of the tree. A parent's progress is that of its parts; its pace and status are
 * those of that progress over its own days.
 *
 * @param asOf The day to judge a goal by.
 * @throws InputError as `goalTree` does, with the row of the sheet.
 */
export function goalStandings(
  goals: readonly SheetGoal[],
  measures: readonly OfferedMeasure[],
  asOf: (goal: SheetGoal) => number,
): GoalStanding[] {
  const own = goals.map((goal) => ownState(goal, measures, asOf(goal)))
  const atRow = new Map(goals.map(({ row }, at) => [row, at]))
  return goalTree(treeRows(goals, own), FIRST_ROW).flatMap((found): GoalStanding[] => {
    const at = atRow.get(found.row)
    if (at === undefined) return []
    const goal = goals[at] as SheetGoal
    const place = { ...found, row: at }
    return [{ place, own: place.parts > 0 ? rolled(goal, place, own[at], asOf(goal)) : own[at] }]
  })
}

/** The tree over all rows of the tab, so that messages name the row; rows that hold no goal stand empty. */
function treeRows(goals: readonly SheetGoal[], own: readonly (GoalProgress | undefined)[]) {
  const last = goals[goals.length - 1]?.row ?? -1
  const rows = Array.from({ length: last + 1 }, () => ({
    ...{ id: '', parent: '', weight: undefined as number | undefined, progress: undefined as number | undefined },
  }))
  goals.forEach(({ row, id, parent, weight, progress }, at) => {
    rows[row] = { id, parent, weight, progress: own[at]?.progress ?? progress }
  })
  return rows
}

function ownState(goal: SheetGoal, measures: readonly OfferedMeasure[], asOf: number): GoalProgress | undefined {
  const { actual, target, baseline, start, due } = goal
  if (actual === undefined || target === undefined) return undefined
  const measure = measures.find(({ id }) => id === goal.measure)
  const span = start === undefined || due === undefined || due <= start ? {} : { span: { start, due, asOf } }
  const lessIsBetter = measure?.direction === -1
  return goalState({ actual, target, baseline, adds: measure?.adds === true, lessIsBetter, ...span })
}

function rolled(goal: SheetGoal, { progress }: TreePlace, own: GoalProgress | undefined, asOf: number) {
  if (progress === undefined) return undefined
  const { start, due } = goal
  const span = start === undefined || due === undefined || due <= start ? {} : { span: { start, due, asOf } }
  const state = goalState({ actual: progress, target: 1, baseline: 0, adds: false, lessIsBetter: false, ...span })
  return state && { ...state, projected: own?.projected }
}
