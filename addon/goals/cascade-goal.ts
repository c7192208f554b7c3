import { type CascadeWay, cascadeId, partWeight } from '../../core/goals/cascade-plan.ts'
import type { SubjectKind } from '../../core/goals/goal-draft.ts'
import { addsUp } from '../../core/goals/goal-measure.ts'
import { exactSum } from '../../core/goals/split-target.ts'
import { InputError } from '../../core/input-error.ts'
import { dayCell } from '../sheet/now.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { appendRows } from '../sheet/writing/append-rows.ts'
import { recordChanges } from '../sheet/writing/record-changes.ts'
import type { NewRow } from '../sheet/writing/write-rows.ts'
import { userMessages } from '../user-language.ts'
import { parentGoal, partsOfKind } from './cascade-setup.ts'
import { readGoals, type SheetGoal } from './goals-tab.ts'

type Line = { subject: string; target: number | null; baseline: number | null }
export type Cascade = {
  goal: string
  kind: Exclude<SubjectKind, 'customer'>
  way: CascadeWay
  lines: Line[]
  /** The form's own id of this hand-on, by which it is taken back. */
  action: string
}

/** How many parts were written, and the action by which they can be taken back. */
export type CascadeDone = { written: number; action: string }

/**
 * Writes a goal's parts in one append, after they stand in the Change history. A part that is there is not written
 * again: its id follows from goal and subject.
 *
 * @throws InputError `goalGone`, `goalNeedsTarget`, `goalPartBlank`, `goalPartsApart`, `goalPartAgainst`
 */
export function cascadeGoal({ goal: id, kind, way, lines, action }: Cascade): CascadeDone {
  return oneAtATime(() => {
    const { goals } = readGoals()
    const goal = parentGoal(id, goals)
    const there = partsOfKind(goal, kind, goals)
    const ids = new Set(goals.map((one) => one.id))
    const isThere = (subject: string) =>
      ids.has(cascadeId(id, kind, subject)) || there.some((one) => one.subject === subject)
    const added = lines.filter(({ subject }) => !isThere(subject)).map(withTarget)
    if (added.length === 0) return { written: 0, action }
    const targets = [...there, ...added].map(({ target }) => target ?? 0)
    if (way !== 'same' && exactSum(targets) !== exactSum([goal.target]))
      throw new InputError('goalPartsApart', { sum: exactSum(targets), target: goal.target })
    const against = added.find(({ target }) => way !== 'same' && target * goal.target < 0)
    if (against) throw new InputError('goalPartAgainst', { subject: against.subject, target: against.target })
    const weights = weightsOf(added, way, goal, goals)
    const rows = added.map((line, at) => partRow(goal, kind, line, weights[at] ?? ''))
    recordChanges({
      ...{ action: userMessages().goalsForm.cascade, actionId: action },
      changes: rows.map((row) => ({
        ...{ customerId: '', field: String(row.goalId), before: '', after: JSON.stringify(row) },
      })),
    })
    appendRows('goals', rows)
    return { written: rows.length, action }
  })
}

function withTarget(line: Line): Line & { target: number } {
  if (line.target === null) throw new InputError('goalPartBlank', { subject: line.subject })
  return { ...line, target: line.target }
}

/** Parts of a goal all have a weight or none has: beside parts without any, new ones have none either. */
function weightsOf(
  added: readonly (Line & { target: number })[],
  way: CascadeWay,
  goal: SheetGoal,
  goals: SheetGoal[],
) {
  const siblings = goals.filter(({ parent }) => parent === goal.id)
  if (siblings.length > 0 && siblings.every(({ weight }) => weight === undefined)) return []
  const weights = added.map(({ target, baseline }) =>
    partWeight({ target, baseline: baseline ?? undefined }, way, addsUp(goal.measure)),
  )
  return weights.some((weight) => weight > 0) ? weights : weights.map(() => 1)
}

function partRow(goal: SheetGoal, kind: SubjectKind, { subject, target, baseline }: Line, weight: CellValue): NewRow {
  const day = (value: number | undefined): CellValue => (value === undefined ? '' : dayCell(value))
  return {
    ...{ goalId: cascadeId(goal.id, kind, subject), parent: goal.id, goal: `${goal.goal} – ${subject}` },
    ...{ owner: kind === 'person' ? subject : goal.owner, weight, baseline: baseline ?? '', target: target ?? '' },
    ...{ start: day(goal.start), due: day(goal.due), subjectKind: userMessages().goalSubjects[kind], subject },
    ...{ measure: goal.measure, unit: goal.unit },
  }
}
