import { isoDay } from '../../core/calendar/iso-day.ts'
import type { SubjectKind } from '../../core/goals/goal-draft.ts'
import { addsUp } from '../../core/goals/goal-measure.ts'
import { errorText, InputError } from '../../core/input-error.ts'
import { today } from '../sheet/now.ts'
import { tabFinder } from '../sheet/tabs/bound-tab.ts'
import { userMessages } from '../user-language.ts'
import { goalMeasures, type OfferedMeasure } from './goal-measures.ts'
import { type GoalStanding, goalStandings } from './goal-standings.ts'
import { type GoalSubjects, goalSubjects } from './goal-subjects.ts'
import { readGoals, type SheetGoal } from './goals-tab.ts'
import { ownMeasures } from './own-measures.ts'

/** A goal as the form shows it. Days as `2026-03-31`, '' for none; null for a number that is not known. */
export type ShownGoal = {
  id: string
  goal: string
  owner: string
  parent: string
  why: string
  subjectKind: SubjectKind | ''
  subject: string
  measure: string
  unit: string
  weight: number | null
  baseline: number | null
  target: number | null
  actual: number | null
  start: string
  due: string
  depth: number
  parts: number
  progress: number | null
  pace: number | null
  projected: number | null
  status: string
}

/** What the form begins with. `problem` says why the tree does not add up; the goals then stand in the tab's order. */
export type GoalsSetup = {
  goals: ShownGoal[]
  measures: OfferedMeasure[]
  subjects: GoalSubjects
  today: string
  problem: string
}

export function goalsSetup(): GoalsSetup {
  const find = tabFinder()
  const measures = [...goalMeasures(userMessages()), ...ownMeasures()]
  const { goals } = readGoals()
  const { standings, problem } = standingsOrWhyNot(goals, measures)
  return {
    goals: standings.map(({ own, place }) => shown(goals[place.row] as SheetGoal, own, place)),
    measures,
    subjects: goalSubjects(find).subjects,
    today: isoDay(today()),
    problem,
  }
}

function standingsOrWhyNot(goals: readonly SheetGoal[], measures: readonly OfferedMeasure[]) {
  try {
    return { standings: goalStandings(goals, measures, () => today()), problem: '' }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const flat = goals.map(({ progress }, row): GoalStanding => {
      return { own: undefined, place: { row, depth: 0, parts: 0, progress } }
    })
    return { standings: flat, problem: errorText(error, userMessages()) }
  }
}

function shown(
  goal: SheetGoal,
  own: GoalStanding['own'],
  { depth, parts, progress }: GoalStanding['place'],
): ShownGoal {
  const { id, owner, parent, why, subjectKind, subject, measure, unit } = goal
  const number = (value: number | undefined) => value ?? null
  return {
    ...{ id, goal: goal.goal, owner, parent, why, subjectKind, subject, measure, unit, depth, parts },
    ...{ weight: number(goal.weight), baseline: number(goal.baseline), target: number(goal.target) },
    ...{ actual: number(goal.actual), start: isoDay(goal.start), due: isoDay(goal.due) },
    ...{
      progress: number(progress),
      ...(measure !== '' && goal.status !== '' ? asUpdated(goal, parts) : asOfToday(own)),
    },
  }
}

function asOfToday(own: GoalStanding['own']) {
  const status = own?.status ? userMessages().goalStatuses[own.status] : ''
  return { pace: own?.pace ?? null, projected: own?.projected ?? null, status }
}

/** A measured goal stands as it did on the last day that was counted, which the update knew. */
function asUpdated({ projected, target, baseline, measure, status }: SheetGoal, parts: number) {
  const from = addsUp(measure) ? 0 : (baseline ?? 0)
  const isTold = parts === 0 && projected !== undefined && target !== undefined && target !== from
  return { pace: isTold ? (projected - from) / (target - from) : null, projected: projected ?? null, status }
}
