import type { KeptPlan } from '../../core/survey/answer-import/answer-plan.ts'
import type { ReadAnswer } from '../../core/survey/answer-import/answer-reading.ts'
import { sheetNamed } from '../sheet/reading/table.ts'
import { keepBeginning, keepProgress } from '../tab-import/kept-import.ts'
import { writeRejectedRows } from '../tab-import/write-rejected-rows.ts'
import { userMessages } from '../user-language.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'

/** What the survey knows of an answer. */
export type AnswerState = 'stored' | 'deleted' | 'unknown'

/** What an answer is known by: its row's digest, and its day. */
export type AnswerKey = { id: string; date: string }

/** An answer of a tab, as it is sent. */
export type SentRow = ReadAnswer & { id: string }

/** What became of the rows that were sent; `rejected` by their place among them, with the backend's reason. */
export type SentPage = { accepted: number; duplicate: number; rejected: { place: number; reason: string }[] }

type Reply = { accepted: number; duplicate: number; rows: { status: string; error?: { message: string } }[] }

/** Which answers the survey has already, or had, in order. Nothing of what was answered is sent. */
export function knownAnswers(surveyId: string, answers: AnswerKey[]): AnswerState[] {
  if (answers.length === 0) return []
  return callApi<{ known: AnswerState[] }>({ method: 'post', path: `${path(surveyId)}/known`, body: { answers } }).known
}

/**
 * Remembers how a tab is read, and that its import has begun.
 *
 * @param done How many of its answers are there already.
 * @param of How many there are to be.
 */
export function beginAnswerImport(surveyId: string, tab: string, plan: KeptPlan, done: number, of: number): void {
  keepBeginning(surveyId, sheetNamed(tab), plan, done, of)
}

/**
 * Sends some answers of a tab, at most 500. Safe to send again: an answer that is there already changes nothing.
 *
 * @param operationId Of these rows: what they brought is told again where its reply was lost.
 */
export function sendAnswers(surveyId: string, tab: string, rows: SentRow[], operationId: string): SentPage {
  const reply = callApi<Reply>({ method: 'post', path: path(surveyId), body: { rows }, operationId })
  keepProgress(surveyId, sheetNamed(tab), rows.length)
  const rejected = reply.rows.flatMap(({ error }, place) => (error ? [{ place, reason: error.message }] : []))
  return { accepted: reply.accepted, duplicate: reply.duplicate, rejected }
}

/** Writes rejected rows, with their numbers and reasons before their own cells, to a tab. @returns Its name. */
export function writeRejectedAnswers(header: string[], rows: string[][]): string {
  return writeRejectedRows(userMessages().answerImport.rejectedTab, header, rows)
}

function path(surveyId: string): string {
  return `/v1/workspaces/${requiredConnection().workspaceId}/surveys/${surveyId}/answers/import`
}
