import type { PlainCell } from '../../../../core/customer-file/customer-table.ts'
import type { AnswerPlan, AnswerTarget, KeptPlan } from '../../../../core/survey/answer-import/answer-plan.ts'
import {
  type AnswerBasis,
  type AnswerRow,
  answerReading,
  type RejectedRow,
} from '../../../../core/survey/answer-import/answer-reading.ts'
import type { AnswerTab } from '../../../survey/answer-import-setup.ts'
import type { OnPage } from '../../customer-file/read-rows.ts'
import type { server } from '../../kit/server.ts'
import { type PreparedImport, preparedImport } from '../../tab-import/prepared-import.ts'
import type { Sender } from '../../tab-import/send-rows.ts'

/** A tab with all its rows, as they stood at one time, and what they are read against. */
export type TabRows = { surveyId: string; tab: AnswerTab; rows: PlainCell[][]; basis: AnswerBasis }

export type PreparedAnswers = PreparedImport<KeptPlan, AnswerRow, RejectedRow>
type SendableAnswer = PreparedAnswers['toSend'][number]

/** Reads a tab's rows as answers, and asks which of them the survey has already. Only digests and days are sent. */
export function preparedAnswers(
  calls: Pick<typeof server, 'knownAnswers'>,
  { surveyId, tab, rows, basis }: TabRows,
  plan: AnswerPlan,
  onPage: OnPage,
): Promise<PreparedAnswers> {
  return preparedImport<AnswerTarget, AnswerPlan, AnswerRow, RejectedRow>(
    tab,
    plan,
    {
      read: (by) => answerReading({ rows, firstRow: 2 }, by, basis),
      keyOf: ({ content }) => `${tab.id}#${content}`,
      states: (page) =>
        calls.knownAnswers(
          surveyId,
          page.map(({ id, answer }) => ({ id, date: answer.date })),
        ),
    },
    onPage,
  )
}

/** Sends answers that were prepared. */
export function answerSender(
  calls: Pick<typeof server, 'beginAnswerImport' | 'sendAnswers'>,
  { surveyId, tab }: Pick<TabRows, 'surveyId' | 'tab'>,
  { plan }: Pick<PreparedAnswers, 'plan'>,
): Sender<SendableAnswer> {
  return {
    page: 500,
    begin: (done, of) => calls.beginAnswerImport(surveyId, tab.name, plan, done, of),
    send: (page, operationId) =>
      calls.sendAnswers(
        surveyId,
        tab.name,
        page.map(({ id, answer }) => ({ id, ...answer })),
        operationId,
      ),
  }
}
