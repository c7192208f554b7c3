import type { AnswerPlan, AnswerTarget } from '../../../../core/survey/answer-import/answer-plan.ts'
import { proposedAnswerColumns } from '../../../../core/survey/answer-import/proposed-answer-columns.ts'
import type { Question } from '../../../../core/survey/question.ts'
import type { AnswerTab } from '../../../survey/answer-import-setup.ts'
import { likelyKey } from '../../tab-import/likely-key.ts'
import { planOf } from '../../tab-import/prepared-import.ts'
import type { TabRows } from './prepared-answers.ts'

/** How a tab's rows are read: as it remembers, where its columns are still there; else as its headers and cells say. */
export function proposedPlan({ tab, rows, basis: { questions, find } }: TabRows): AnswerPlan {
  const proposed = proposedAnswerColumns(tab.header, questions)
  if (tab.kept) {
    const plan = planOf<AnswerTarget, AnswerPlan>(tab, tab.kept.plan)
    const isWhole = Object.keys(plan.at).length === Object.keys(tab.kept.plan.columns).length
    return isWhole ? plan : { ...plan, at: { ...proposed, ...plan.at } }
  }
  return { at: proposed, by: likelyKey(rows, proposed.customer, find), channel: 'import' }
}

/** The tab that most questions and a date are found in. */
export function likelyTab(tabs: readonly AnswerTab[], questions: readonly Question[]): AnswerTab | undefined {
  const found = ({ header, kept }: AnswerTab) =>
    Object.keys(proposedAnswerColumns(header, questions)).filter((target) => /^question:|^date$/.test(target)).length +
    (kept ? 100 : 0)
  return [...tabs].sort((a, b) => found(b) - found(a))[0]
}
