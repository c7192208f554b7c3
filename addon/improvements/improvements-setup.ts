import { isoDay } from '../../core/calendar/iso-day.ts'
import type { FigureCut } from '../../core/improvements/improvement.ts'
import { goalMeasures, type OfferedMeasure } from '../goals/goal-measures.ts'
import { goalSubjects } from '../goals/goal-subjects.ts'
import { ownMeasures } from '../goals/own-measures.ts'
import { today } from '../sheet/now.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { findTab, tabFinder } from '../sheet/tabs/bound-tab.ts'
import { userMessages } from '../user-language.ts'
import { readImprovements, type SheetImprovement } from './improvements-tab.ts'

/** An action as the form shows it. Days as `2026-03-31`, '' for none. */
export type ShownImprovement = Omit<SheetImprovement, 'row' | 'until' | 'review' | 'began' | 'claim' | 'checked'> &
  Record<'until' | 'review' | 'began' | 'checked', string> & {
    claim: number | null
    /** What the customer file calls the customer; '' where it has none of that id. */
    customer: string
    /** 0 where it is not open, or not late. */
    daysOverdue: number
  }

/** What the form begins with; open actions first, the most urgent at the top. */
export type ImprovementsSetup = {
  improvements: ShownImprovement[]
  measures: OfferedMeasure[]
  groups: Record<FigureCut, string[]>
  today: string
}

export function improvementsSetup(): ImprovementsSetup {
  const find = tabFinder()
  const { subjects } = goalSubjects(find)
  const names = customerNamesById(find)
  const asOf = today()
  const { improvements } = readImprovements()
  const sorted = [...improvements].sort(
    (a, b) =>
      Number(a.status !== 'open') - Number(b.status !== 'open') ||
      (a.until ?? Number.POSITIVE_INFINITY) - (b.until ?? Number.POSITIVE_INFINITY) ||
      a.row - b.row,
  )
  return {
    improvements: sorted.map(({ row: _, ...one }) => ({
      ...{ ...one, until: isoDay(one.until), review: isoDay(one.review), began: isoDay(one.began) },
      checked: isoDay(one.checked === undefined ? undefined : Math.floor(one.checked)),
      ...{ claim: one.claim ?? null, customer: names.get(one.customerId) ?? '' },
      daysOverdue: one.status === 'open' && one.until !== undefined ? Math.max(0, asOf - one.until) : 0,
    })),
    measures: [...goalMeasures(userMessages()), ...ownMeasures()],
    groups: { tier: subjects.tier, owner: subjects.person, segment: subjects.segment },
    today: isoDay(asOf),
  }
}

function customerNamesById(find: ReturnType<typeof tabFinder>): Map<string, string> {
  const tab = findTab('customers', find)
  if (!tab) return new Map()
  const { text } = rowReader(tab)
  return new Map(tab.rows.map((row) => [text(row, 'customerId'), text(row, 'customer')]))
}
