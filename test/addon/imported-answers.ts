import {
  answerSender,
  type PreparedAnswers,
  preparedAnswers as prepare,
  type TabRows,
} from '../../addon/sidebar/surveys/import/prepared-answers.ts'
import { proposedPlan } from '../../addon/sidebar/surveys/import/proposed-plan.ts'
import { nothingSent, type SentSoFar, sendRows } from '../../addon/sidebar/tab-import/send-rows.ts'
import type { AnswerImportSetup } from '../../addon/survey/answer-import-setup.ts'
import { customerFinder } from '../../core/customer-file/customer-finder.ts'
import type { AnswerPlan } from '../../core/survey/answer-import/answer-plan.ts'
import { rowsOfPages } from './rows-of-pages.ts'

type Call = (name: string, ...args: never[]) => Promise<unknown>
type Send = (onPage?: (sum: SentSoFar) => void, goOn?: () => boolean, before?: SentSoFar) => Promise<SentSoFar>

/** Answers of a tab, read and looked up as the form does, over the built script. */
export async function preparedAnswers(
  script: Call,
  surveyId: string,
  tabName: string,
  change: (plan: AnswerPlan) => AnswerPlan = (plan) => plan,
): Promise<{ read: TabRows; plan: AnswerPlan; prepared: PreparedAnswers; send: Send }> {
  const call = script as (name: string, ...args: unknown[]) => Promise<never>
  const { questions, tabs, customers, today }: AnswerImportSetup = await call('answerImportSetup', surveyId)
  const tab = tabs.find(({ name }) => name === tabName)
  if (!tab) throw new Error(`There is no tab ${tabName}`)
  const rows = await rowsOfPages((from) => call('importSourcePage', tabName, from))
  const columns = customers?.columns ?? []
  const keys = columns.map(({ key }) => key)
  const known = customers ? await rowsOfPages((from) => call('customerFilePage', from, keys)) : []
  const basis = { questions, find: customerFinder({ columns, rows: known }), today }
  const read: TabRows = { surveyId, tab, rows, basis }
  const plan = change(proposedPlan(read))
  const calls = {
    knownAnswers: (...args: unknown[]) => call('knownAnswers', ...args),
    beginAnswerImport: (...args: unknown[]) => call('beginAnswerImport', ...args),
    sendAnswers: (...args: unknown[]) => call('sendAnswers', ...args),
  }
  const prepared = await prepare(calls, read, plan, () => {})
  const send: Send = (onPage = () => {}, goOn = () => true, before = nothingSent) =>
    sendRows(answerSender(calls, read, prepared), prepared, before, onPage, goOn)
  return { read, plan, prepared, send }
}

/** Imports a tab as the form does: what was taken, what was there, and the rows that were rejected. */
export async function importedAnswers(...asked: Parameters<typeof preparedAnswers>) {
  const { prepared, send } = await preparedAnswers(...asked)
  const { taken, known, refused } = await send()
  const rejected = [...prepared.rejected.map(({ row }) => row), ...refused.map(({ row }) => row)]
  return { taken, known: prepared.known + known, rejected: rejected.sort((a, b) => a - b) }
}
