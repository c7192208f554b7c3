import { InputError } from '../../core/input-error.ts'
import { newIds } from '../../core/tabs/new-ids.ts'
import { givenDay } from '../sheet/given-day.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { appendRows } from '../sheet/writing/append-rows.ts'
import { changedFields } from '../sheet/writing/changed-fields.ts'
import { writeRow } from '../sheet/writing/write-row.ts'
import type { NewRow } from '../sheet/writing/write-rows.ts'
import { userMessages } from '../user-language.ts'
import { goalMeasures } from './goal-measures.ts'
import type { ShownGoal } from './goals-setup.ts'
import { readGoals, type SheetGoal } from './goals-tab.ts'

/** A goal as the form saves it; `id` '' for a new one, and for one that somebody typed without: `typed` is its text there. */
export type SavedGoal = Omit<ShownGoal, 'actual' | 'depth' | 'parts' | 'progress' | 'pace' | 'projected' | 'status'> & {
  typed?: string
}

/**
 * Writes a goal as a new row, or into the row of its id, or of its text where it has none yet; what the row holds beside
 * stays.
 *
 * @returns Its id.
 * @throws InputError `goalGone`, `goalOwnPart`, and as `dayOf` does.
 */
export function saveGoal(saved: SavedGoal): string {
  return oneAtATime(() => {
    const { tab, goals } = readGoals()
    const isNew = saved.id === '' && saved.typed === undefined
    const same = goals.filter(({ id, goal }) => id === saved.id && (id !== '' || goal === saved.typed))
    const before = isNew || same.length > 1 ? undefined : same[0]
    if (!isNew && (!before || !tab)) throw new InputError('goalGone', { goal: saved.id || (saved.typed ?? '') })
    if (saved.id !== '' && isWithin(saved.parent, saved.id, goals)) throw new InputError('goalOwnPart', undefined)
    const next = newIds(
      goals.filter(({ id }) => !id.includes('/')).map(({ id }) => id),
      'G1',
    )
    const id = saved.id || next()
    const row = cells(saved)
    if (!tab || !before) appendRows('goals', [{ goalId: id, ...row }])
    else
      writeRow(tab, before.row + 2, { ...changedFields(row, cells(before)), ...(before.id === '' && { goalId: id }) })
    return id
  })
}

function cells(goal: SavedGoal | SheetGoal): NewRow {
  const words = userMessages()
  const number = (value: number | null | undefined): CellValue => value ?? ''
  const { parent, goal: text, owner, subjectKind, subject, measure, why } = goal
  const known = goalMeasures(words).find(({ id }) => id === measure)
  const unit = known ? words.goalsForm.unitCells[known.unit] : goal.unit
  return {
    ...{ parent, goal: text.trim(), owner: owner.trim(), weight: number(goal.weight) },
    ...{ baseline: number(goal.baseline), target: number(goal.target) },
    ...{ start: givenDay(goal.start, words.goalsForm.start), due: givenDay(goal.due, words.goalsForm.due) },
    subjectKind: subjectKind === '' ? '' : words.goalSubjects[subjectKind],
    ...{ subject: subject.trim(), measure, unit: unit.trim(), why: why.trim() },
  }
}

/** Whether a goal is another one or a part of it, however deep. */
function isWithin(id: string, other: string, goals: readonly SheetGoal[]): boolean {
  const seen = new Set<string>()
  for (let at = id; at !== '' && !seen.has(at); at = goals.find((goal) => goal.id === at)?.parent ?? '') {
    if (at === other) return true
    seen.add(at)
  }
  return false
}
