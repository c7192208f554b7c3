import type { PlainCell } from '../../../../core/customer-file/customer-table.ts'
import type { AnswerPlan } from '../../../../core/survey/answer-import/answer-plan.ts'
import { type CustomerFinder, likelyCustomerKey } from '../../../../core/survey/answer-import/customer-finder.ts'
import { proposedAnswerColumns } from '../../../../core/survey/answer-import/proposed-answer-columns.ts'
import type { Question } from '../../../../core/survey/question.ts'
import type { AnswerTab } from '../../../survey/answer-import-setup.ts'
import { planOf, type TabRows } from './prepared-import.ts'

/** How a tab's rows are read: as it remembers, where its columns are still there; else as its headers and cells say. */
export function proposedPlan({ tab, rows, basis: { questions, find } }: TabRows): AnswerPlan {
  const proposed = proposedAnswerColumns(tab.header, questions)
  if (tab.kept) {
    const plan = planOf(tab, tab.kept.plan)
    const isWhole = Object.keys(plan.at).length === Object.keys(tab.kept.plan.columns).length
    return isWhole ? plan : { ...plan, at: { ...proposed, ...plan.at } }
  }
  return { at: proposed, by: keyOf(rows, proposed.customer, find), channel: 'import' }
}

/** How a column names customers, by the customer file, else by what it holds. */
export function keyOf(
  rows: readonly (readonly PlainCell[])[],
  position: number | undefined,
  find: CustomerFinder,
): AnswerPlan['by'] {
  if (position === undefined) return 'customerId'
  const cells = rows.map((row) => row[position] ?? '')
  const isEmail = cells.some((cell) => String(cell).includes('@'))
  return likelyCustomerKey(find, cells) ?? (isEmail ? 'email' : 'customerId')
}

/** The tab that most questions and a date are found in. */
export function likelyTab(tabs: readonly AnswerTab[], questions: readonly Question[]): AnswerTab | undefined {
  const found = ({ header, kept }: AnswerTab) =>
    Object.keys(proposedAnswerColumns(header, questions)).filter((target) => /^question:|^date$/.test(target)).length +
    (kept ? 100 : 0)
  return [...tabs].sort((a, b) => found(b) - found(a))[0]
}
