import { array, maxLength, minLength, number, object, optional, picklist, pipe, string, union, unknown } from 'valibot'
import { errorText, InputError } from '../../core/input-error.ts'
import type { Messages } from '../../core/messages/messages.ts'
import { route } from '../request/route.ts'
import { answerStates, storedStates } from '../store/answer-import.ts'
import { once } from '../store/operation.ts'
import { getSurvey } from '../store/survey.ts'
import { getWorkspace } from '../store/workspace.ts'
import type { ImportedRow } from '../survey/imported-rows.ts'
import { importedRows } from '../survey/imported-rows.ts'
import { importRowSchema, ROW_ID_LENGTH, rowAnswerKey, rowKeySchema } from '../survey/read-row.ts'
import { refuseStaff } from '../survey/staff-survey.ts'
import { answersPath } from './answer-reply.ts'
import { inSurvey } from './parameters.ts'

const rowStatus = picklist(['accepted', 'duplicate', 'rejected'])

export const importAnswerRoutes = [
  route({
    operationId: 'importAnswers',
    summary: 'Store up to 500 answers that were given elsewhere',
    description:
      'At any time, in drafts and closed surveys too: the answers were given elsewhere and on their own days. Each row is accepted, a duplicate, or rejected with its reason. A row is known again by its id and date: sending rows again counts none of them twice, whatever the Idempotency-Key.',
    tag: 'Answers',
    method: 'post',
    path: `${answersPath}/import`,
    writes: true,
    params: inSurvey,
    body: object({ rows: pipe(array(union([importRowSchema, unknown()])), minLength(1), maxLength(500)) }),
    reply: object({
      accepted: number(),
      duplicate: number(),
      rejected: number(),
      rows: array(
        object({
          id: string(),
          status: rowStatus,
          answerId: optional(string()),
          error: optional(object({ code: string(), message: string() })),
        }),
      ),
    }),
    example: {
      body: { rows: [{ id: 'Answers!2', date: '2026-03-10', customerId: 'C-1001', answers: { nps: 9 } }] },
      reply: {
        accepted: 1,
        duplicate: 0,
        rejected: 0,
        rows: [{ id: 'Answers!2', status: 'accepted', answerId: '2026-03-10.h2Kp0sVx9QdLrT4mB1x0Lr' }],
      },
    },
    async handle({ backend, workspace, params, body, operation, messages }) {
      const survey = await getSurvey(backend, workspace, params.surveyId)
      refuseStaff(survey)
      const rows = await once(backend, workspace.partition(), operation, async () => {
        const { timeZone } = await getWorkspace(backend, workspace)
        const about = { timeZone, now: backend.now(), operation: operation.id }
        return { writes: [], result: await importedRows(backend, workspace, survey, body.rows, about) }
      })
      const count = (status: string) => rows.filter((row) => row.status === status).length
      return {
        accepted: count('accepted'),
        duplicate: count('duplicate'),
        rejected: count('rejected'),
        rows: rows.map((row, i) => told(body.rows[i], row, messages)),
      }
    },
  }),
  route({
    operationId: 'knownAnswers',
    summary: 'Which of up to 2,000 answers from elsewhere are stored already',
    description:
      'By what their rows are known by, in order. An answer that was deleted is not taken again under the same id and date.',
    tag: 'Answers',
    method: 'post',
    path: `${answersPath}/import/known`,
    writes: false,
    params: inSurvey,
    body: object({ answers: pipe(array(rowKeySchema), minLength(1), maxLength(2000)) }),
    reply: object({ known: array(picklist(answerStates)) }),
    example: { body: { answers: [{ id: 'Answers!2', date: '2026-03-10' }] }, reply: { known: ['stored'] } },
    async handle({ backend, workspace, params, body }) {
      const survey = await getSurvey(backend, workspace, params.surveyId)
      refuseStaff(survey)
      const { timeZone } = await getWorkspace(backend, workspace)
      const keys = body.answers.map((answer) => rowAnswerKey(answer, survey, timeZone))
      return { known: await storedStates(backend, workspace, survey, keys) }
    },
  }),
]

/** A row's outcome in the reader's language, under the id that the row came with, or as much of it as an id may have. */
function told(row: unknown, { error, ...outcome }: ImportedRow, messages: Messages) {
  const { id } = (row ?? {}) as { id?: unknown }
  const known = { ...outcome, id: typeof id === 'string' ? id.slice(0, ROW_ID_LENGTH) : '' }
  if (!error) return known
  const told = new InputError(error.code, error.details as never)
  return { ...known, error: { code: error.code, message: errorText(told, messages) } }
}
