import type { CascadeParent, CascadeSubject } from '../../core/goals/cascade-plan.ts'
import type { SubjectKind } from '../../core/goals/goal-draft.ts'
import { addsUp } from '../../core/goals/goal-measure.ts'
import { InputError } from '../../core/input-error.ts'
import { catalogueKpi } from '../../core/kpi/kpi-catalogue.ts'
import { kpiWindow } from '../../core/kpi/kpi-window.ts'
import { type BareFigure, sheetFigures } from '../../core/kpi/sheet-figures.ts'
import { today } from '../sheet/now.ts'
import { type GoalSource, goalSource } from './goal-source.ts'
import { goalSubjects, type Teams } from './goal-subjects.ts'
import { readGoals, type SheetGoal } from './goals-tab.ts'
import { measuredFigures } from './measured-figures.ts'

/** What the form splits a goal's target with; the splitting is core's. */
export type CascadeSetup = {
  parent: Omit<CascadeParent, 'baseline'> & { baseline: number | null; adds: boolean }
  /** A rate is the same for each; what adds up, or is counted, is split. */
  isRate: boolean
  subjects: (Omit<CascadeSubject, 'revenue' | 'baseline'> & { revenue: number | null; baseline: number | null })[]
  /** The targets of the parts of this kind that there are. */
  existing: [subject: string, target: number][]
}

const YEAR_DAYS = 365
type Handed = Exclude<SubjectKind, 'customer'>

/** @throws InputError `goalGone`, `goalNeedsTarget` */
export function cascadeSetup(id: string, kind: Handed): CascadeSetup {
  const { goals } = readGoals()
  const goal = parentGoal(id, goals)
  const source = goalSource()
  const { subjects, teams } = goalSubjects(source.find)
  const names = subjects[kind]
  const unit = catalogueKpi(goal.measure)?.unit
  const counts = countsOf(kind, names, source, teams)
  const baselines = baselinesOf(goal, kind, names, source, teams)
  return {
    parent: {
      ...{ id, target: goal.target, baseline: goal.baseline ?? null, adds: addsUp(goal.measure) },
      decimals: unit === 'count' ? 0 : 2,
    },
    isRate: unit === 'share' || unit === 'points' || unit === 'hours' || goal.measure === 'average_order',
    subjects: names.map((name, at) => ({ name, ...(counts[at] as Counts), baseline: baselines[at] ?? null })),
    existing: partsOfKind(goal, kind, goals).map(({ subject, target }) => [subject, target ?? 0]),
  }
}

/** @throws InputError `goalGone`, `goalNeedsTarget` */
export function parentGoal(id: string, goals: readonly SheetGoal[]): SheetGoal & { target: number } {
  const goal = goals.find((one) => one.id === id)
  if (!goal || id === '') throw new InputError('goalGone', { goal: id })
  if (goal.target === undefined) throw new InputError('goalNeedsTarget', { goal: goal.goal || id })
  return { ...goal, target: goal.target }
}

export function partsOfKind({ id }: SheetGoal, kind: SubjectKind, goals: readonly SheetGoal[]): SheetGoal[] {
  return goals.filter(({ parent, subjectKind, subject }) => parent === id && subjectKind === kind && subject !== '')
}

type Counts = { customers: number; revenue: number | null }

/** How many customers each has, and their revenue of the last 365 days. */
function countsOf(kind: Handed, names: readonly string[], source: GoalSource, teams: Teams): Counts[] {
  const { file, orders, until } = source.tables
  const by = kind === 'person' || kind === 'team' ? 'owner' : kind
  const figuresOf = sheetFigures(file, orders, kpiWindow('YEAR_TO_DAY', until))
  const [customers, revenue] = [figuresOf('customers', by), figuresOf('revenue', by)]
  const isAny = orders.days.length > 0
  return names.map((name) => {
    const groups = kind === 'team' ? (teams.get(name) ?? []) : [name]
    return { customers: summed(customers, groups), revenue: isAny ? summed(revenue, groups) : null }
  })
}

function summed(figures: readonly BareFigure[], groups: readonly string[]): number {
  return figures.filter(({ group }) => groups.includes(group)).reduce((sum, { value }) => sum + (value ?? 0), 0)
}

/** Each one's figure of the measure: of the last 365 days, or of as many days before the goal where it adds up. */
function baselinesOf(goal: SheetGoal, kind: Handed, names: readonly string[], source: GoalSource, teams: Teams) {
  if (catalogueKpi(goal.measure) === undefined) return []
  const until = addsUp(goal.measure) ? (goal.start ?? today() + 1) : today() + 1
  const days = addsUp(goal.measure) && goal.due !== undefined ? Math.max(1, goal.due + 1 - until) : YEAR_DAYS
  const asked = names.map((subject) => {
    return { measure: goal.measure, subjectKind: kind, subject, from: until - days, until }
  })
  return measuredFigures(asked, source, teams).map((found) => ('value' in found ? found.value : undefined))
}
