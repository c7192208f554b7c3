import { localTime } from '../sheet/local-time.ts'
import { nowTime, today } from '../sheet/now.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { type BoundTab, fieldCells } from '../sheet/tabs/bound-tab.ts'
import { type FieldValues, writeFields } from '../sheet/writing/write-fields.ts'
import { writeRow } from '../sheet/writing/write-row.ts'
import { userMessages } from '../user-language.ts'
import { goalMeasures } from './goal-measures.ts'
import { goalSource } from './goal-source.ts'
import { type GoalStanding, goalStandings } from './goal-standings.ts'
import { goalSubjects } from './goal-subjects.ts'
import { readGoals, type SheetGoal } from './goals-tab.ts'
import { type FigureFound, measuredFigures } from './measured-figures.ts'

/** What an update did; `problems` are sentences, one for each goal whose measure says nothing. */
export type UpdatedProgress = { goals: number; measured: number; asOf: string; problems: string[] }

const YEAR_DAYS = 365
const ours = ['progress', 'projected', 'status'] as const

/**
 * Reads the measures of all goals, each for its subject and days, and writes actual, progress, projection and status.
 *
 * What people type stays: actual figures of goals without a measure, the status of goals without figures, and formulas,
 * also where all of a column is one.
 *
 * @throws InputError as `goalTree` does, before anything is written.
 */
export function updateProgress(): UpdatedProgress {
  return oneAtATime(() => {
    const { tab, goals } = readGoals()
    const asOf = localTime(nowTime().toISOString())
    if (!tab || goals.length === 0) return { goals: 0, measured: 0, asOf, problems: [] }
    const words = userMessages().goalsForm
    const formulas = formulasIn(tab, 'actual')
    const asked = goals.filter(({ measure, row }) => measure !== '' && !formulas[row])
    const figures = readFigures(asked)
    const found = new Map(asked.map((goal, at) => [goal.row, figures[at] as FigureFound]))
    const counted = goals.map((goal) => withFigure(goal, found.get(goal.row)))
    const standings = goalStandings(counted, goalMeasures(userMessages()), (goal) => dayOf(goal, found.get(goal.row)))
    const computed = ours.some((field) => formulasIn(tab, field).some(Boolean))
    writeActuals(tab, counted, found, formulas)
    if (!computed) writeFields(tab, standingColumns(tab, counted, standings), ['goalId'])
    const problems = asked.flatMap((goal) => {
      const figure = found.get(goal.row)
      return figure && 'problem' in figure ? [words.noFigure({ goal: goal.id || goal.goal, why: figure.problem })] : []
    })
    const left = ours.map((field) => tab.header[tab.at[field] ?? -1] ?? '').filter(Boolean)
    return {
      ...{ goals: goals.length, measured: asked.length - problems.length, asOf },
      problems: computed ? [...problems, words.computed(left.join(', '))] : problems,
    }
  })
}

function readFigures(goals: readonly SheetGoal[]): FigureFound[] {
  if (goals.length === 0) return []
  const source = goalSource()
  const { teams } = goalSubjects(source.find)
  const asked = goals.map(({ measure, subjectKind, subject, start, due }) => {
    const until = (due ?? today()) + 1
    return { measure, subjectKind, subject, from: start ?? until - YEAR_DAYS, until }
  })
  return measuredFigures(asked, source, teams)
}

function withFigure(goal: SheetGoal, found: FigureFound | undefined): SheetGoal {
  return found && 'value' in found ? { ...goal, actual: found.value } : goal
}

/** Up to the last day that was counted; a goal that is over is judged by today. */
function dayOf({ due }: SheetGoal, found: FigureFound | undefined): number {
  const isOver = due !== undefined && today() > due
  return found && 'last' in found && !isOver ? found.last : today()
}

/** Whether each row under a header holds a formula. */
function formulasIn({ sheet, at, rows }: BoundTab, field: string): boolean[] {
  const position = at[field]
  if (position === undefined || rows.length === 0) return []
  return sheet
    .getRange(2, position + 1, rows.length, 1)
    .getFormulas()
    .map(([formula]) => formula !== '')
}

/** All in one write; beside formulas of the team's own cell by cell, so that those stay. */
function writeActuals(
  tab: BoundTab,
  goals: readonly SheetGoal[],
  found: ReadonlyMap<number, FigureFound>,
  formulas: readonly boolean[],
): void {
  const measured = goals.filter(({ row }) => 'value' in (found.get(row) ?? {}))
  if (measured.length === 0) return
  if (formulas.some(Boolean)) {
    for (const { row, actual } of measured) writeRow(tab, row + 2, { actual: actual ?? '' })
    return
  }
  const values = fieldCells(tab, 'actual')
  for (const { row, actual } of measured) values[row] = actual ?? ''
  writeFields(tab, [{ field: 'actual', values }], ['goalId'])
}

function standingColumns(
  tab: BoundTab,
  goals: readonly SheetGoal[],
  standings: readonly GoalStanding[],
): FieldValues[] {
  const columns = ours.map((field) => ({ field, values: fieldCells(tab, field) }))
  const [progress, projected, status] = columns.map(({ values }) => values) as [CellValue[], CellValue[], CellValue[]]
  for (const { own, place } of standings) {
    const { row } = goals[place.row] as SheetGoal
    progress[row] = place.progress ?? ''
    // What people type of a goal that has no figures is theirs.
    if (!own) continue
    projected[row] = own.projected ?? ''
    status[row] = own.status ? userMessages().goalStatuses[own.status] : ''
  }
  return columns
}
