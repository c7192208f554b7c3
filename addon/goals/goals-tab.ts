import type { GoalDraft } from '../../core/goals/goal-draft.ts'
import { cellDays } from '../sheet/reading/cell-days.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { type BoundTab, findTab } from '../sheet/tabs/bound-tab.ts'
import { measureIn, subjectKindIn } from './goal-words.ts'

/** A goal as its row holds it. `row` counts from 0 under the header. */
export type SheetGoal = GoalDraft & {
  row: number
  id: string
  weight: number | undefined
  actual: number | undefined
  /** What its row says of it already: what the program wrote, or a person or a formula of theirs. */
  progress: number | undefined
  projected: number | undefined
  status: string
}

export type GoalsTab = { tab: BoundTab | undefined; goals: SheetGoal[] }

/** Every goal of the tab, in one read; rows without an id, a text and a target are passed over. */
export function readGoals(): GoalsTab {
  const tab = findTab('goals')
  if (!tab) return { tab, goals: [] }
  const { cell, text, number } = rowReader(tab)
  const { day } = cellDays()
  const goals = tab.rows.flatMap((line, row): SheetGoal[] => {
    const [id, goal] = [text(line, 'goalId'), text(line, 'goal')]
    if (id === '' && goal === '' && number(line, 'target') === undefined) return []
    return [
      {
        ...{ row, id, goal, owner: text(line, 'owner'), parent: text(line, 'parent'), why: text(line, 'why') },
        ...{ subjectKind: subjectKindIn(text(line, 'subjectKind')), subject: text(line, 'subject') },
        ...{ measure: measureIn(text(line, 'measure')), unit: text(line, 'unit') },
        ...{ weight: number(line, 'weight'), baseline: number(line, 'baseline'), target: number(line, 'target') },
        ...{ actual: number(line, 'actual'), start: day(cell(line, 'start')), due: day(cell(line, 'due')) },
        ...{ progress: number(line, 'progress'), projected: number(line, 'projected'), status: text(line, 'status') },
      },
    ]
  })
  return { tab, goals }
}
