import { type Answer, answerSchema, answersPartition, erasedAnswerWrite } from '../store/answer.ts'
import { dueExpiries, endNight, findExpiry, removedWrite } from '../store/expiry.ts'
import { forgetInvitations } from '../store/invitation.ts'
import { noLinkOfWrites } from '../store/link.ts'
import { findSurvey, type Survey, sameRetentionCheck } from '../store/survey.ts'
import type { Table } from '../store/table.ts'
import { itemsIn, prefixed } from '../store/table.ts'
import { transactionPages } from '../store/transaction-pages.ts'
import { walled } from '../store/wall.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { expiredDays } from './expired-days.ts'
import { writeTogether } from './write-together.ts'

type Backend = Table & { signingKey: string; now: () => Date }

/** Surveys that were looked at, answers that went, and the names of what went wrong. */
export type Expired = { surveys: number; answers: number; failures: string[] }

/** Of a transaction's 100 writes: an answer may bring a day of its own, what follows it up, and its link's two items. */
const ANSWERS_AT_ONCE = 19

/**
 * Erases the answers that expired, of all surveys that are due: with what follows them up, the links of customers' own that
 * they were given with, and invitations of the days before. Figures are those of the answers that stay.
 *
 * Safe to run twice, at once or late, and to be killed: what is left is found by the heads of days, and a survey stays due
 * until the audit trail has told of all that went. Once its answers are to be kept longer, none goes any more.
 *
 * @param isOver Asked before each transaction: the rest is left to the next run.
 */
export async function expireAnswers(backend: Backend, isOver: () => boolean = () => false): Promise<Expired> {
  const expired: Expired = { surveys: 0, answers: 0, failures: [] }
  for await (const { workspace, id } of dueExpiries(backend, backend.now().toISOString())) {
    if (isOver()) return expired
    expired.surveys++
    const { backend: own } = walled(backend, { entrusted: workspace.id })
    try {
      expired.answers += await expireSurvey(own, workspace, id, isOver)
    } catch (error) {
      expired.failures.push((error as Error).name)
    }
  }
  return expired
}

/** @returns How many answers went. */
async function expireSurvey(
  backend: Backend,
  workspace: WorkspaceKey,
  surveyId: string,
  isOver: () => boolean,
): Promise<number> {
  const survey = await findSurvey(backend, workspace, surveyId)
  const at = backend.now().toISOString()
  let removed = 0
  let before: string | undefined
  if (survey?.retentionMonths !== undefined) {
    const { days, ...kept } = await expiredDays(backend, workspace, survey, { months: survey.retentionMonths, at })
    before = kept.before
    for (const { bucket, day } of days) {
      const answers = answersOf(backend, workspace, survey, bucket, day)
      for await (const page of transactionPages(answers, ANSWERS_AT_ONCE)) {
        const gone = isOver() ? undefined : await erased(backend, workspace, survey, page)
        if (gone === undefined) return removed
        removed += gone
      }
    }
    const unless = sameRetentionCheck(workspace, survey)
    if (!(await forgetInvitations(backend, workspace, survey, { before, isOver, unless }))) return removed
  }
  const expiry = await findExpiry(backend, workspace, surveyId)
  // The index may be behind: another run has put it off.
  if (survey && expiry && expiry.dueAt <= at) await endNight(backend, workspace, survey, expiry, before)
  return removed
}

/** The answers of a day in a bucket that are there. */
async function* answersOf(table: Table, workspace: WorkspaceKey, survey: Survey, bucket: number, day: string) {
  const rows = prefixed(answersPartition(workspace, survey, bucket), `R#${day}#`)
  for await (const answer of itemsIn(table, answerSchema, rows)) if (!answer.deleted) yield answer
}

/** How many of them went; undefined, and none, where the survey keeps its answers otherwise now. */
async function erased(table: Table, workspace: WorkspaceKey, survey: Survey, answers: Answer[]) {
  const links = new Map(
    await Promise.all(
      answers.map(async (answer) => [answer.id, await noLinkOfWrites(table, workspace, answer)] as const),
    ),
  )
  return writeTogether(
    table,
    workspace,
    answers.map((answer) => ({ survey, answer })),
    -1,
    (_, answer) => erasedAnswerWrite(workspace, survey, answer),
    (left) => [
      ...left.flatMap(({ answer }) => links.get(answer.id) ?? []),
      removedWrite(workspace, survey.id, left.length),
      sameRetentionCheck(workspace, survey),
    ],
  )
}
