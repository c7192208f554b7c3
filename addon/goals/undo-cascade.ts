import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { type BoundTab, findTab } from '../sheet/tabs/bound-tab.ts'
import { recordChanges } from '../sheet/writing/record-changes.ts'
import { userMessages } from '../user-language.ts'
import { readGoals, type SheetGoal } from './goals-tab.ts'

/** Parts that somebody changed since, or gave a figure or parts of their own, stay: `left` counts them. */
export type UndoneCascade = { removed: number; left: number }

/** Takes back the parts that a hand-on wrote, as the Change history has them. Safe to send again. */
export function undoCascade(action: string): UndoneCascade {
  return oneAtATime(() => {
    const written = writtenRows(action)
    const { tab, goals } = readGoals()
    if (!tab) return { removed: 0, left: 0 }
    const found = goals.filter(({ id }) => written.has(id))
    const removed = found.filter((goal) => isAsWritten(goal, tab, goals, written.get(goal.id) as Written))
    if (removed.length === 0) return { removed: 0, left: found.length }
    recordChanges({
      ...{ action: userMessages().goalsForm.undo, actionId: `${action}/undo` },
      changes: removed.map(({ id }) => ({
        ...{ customerId: '', field: id, before: JSON.stringify(written.get(id)), after: '' },
      })),
    })
    const rows = removed.map(({ row }) => row).sort((a, b) => b - a)
    for (const row of rows) tab.sheet.deleteRow(row + 2)
    return { removed: removed.length, left: found.length - removed.length }
  })
}

type Written = Record<string, string | number>

function writtenRows(action: string): Map<string, Written> {
  const tab = findTab('changes')
  if (!tab) return new Map()
  const { text } = rowReader(tab)
  const rows = tab.rows.filter((row) => text(row, 'actionId') === action)
  return new Map(rows.map((row) => [text(row, 'field'), JSON.parse(text(row, 'after')) as Written]))
}

function isAsWritten(goal: SheetGoal, tab: BoundTab, goals: readonly SheetGoal[], written: Written): boolean {
  if (goal.measure === '' && goal.actual !== undefined) return false
  if (goals.some(({ parent }) => parent === goal.id)) return false
  const { cell } = rowReader(tab)
  const line = tab.rows[goal.row] as CellValue[]
  return Object.entries(written).every(([field, value]) => {
    const now = cell(line, field)
    return String(now instanceof Date ? now.toISOString() : now) === String(value)
  })
}
