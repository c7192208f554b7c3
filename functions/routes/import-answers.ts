import { array, maxLength, minLength, number, object, optional, picklist, pipe, string, union, unknown } from 'valibot'
import { errorText, InputError } from '../../core/input-error.ts'
import type { Messages } from '../../core/messages/messages.ts'
import { route } from '../request/route.ts'
import { once } from '../store/operation.ts'
import { getSurvey } from '../store/survey.ts'
import { getWorkspace } from '../store/workspace.ts'
import type { ImportedRow } from '../survey/imported-rows.ts'
import { importedRows } from '../survey/imported-rows.ts'
import { importRowSchema } from '../survey/read-row.ts'
import { answersPath } from './answer-reply.ts'
import { inSurvey } from './parameters.ts'

const rowStatus = picklist(['accepted', 'duplicate', 'rejected'])

export const importAnswerRoutes = [
  route({
    operationId: 'importAnswers',
    summary: 'Store up to 500 answers that were given elsewhere',
    description:
      'Each row is accepted, a duplicate, or rejected with its reason. A row is known again by its id and date: sending rows again counts none of them twice, whatever the Idempotency-Key.',
    tag: 'Answers',
    method: 'post',
    path: `${answersPath}/import`,
    who: 'editor',
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
        rows: rows.map((row) => told(row, messages)),
      }
    },
  }),
]

/** A row's outcome in the reader's language. */
function told({ error, ...row }: ImportedRow, messages: Messages) {
  if (!error) return row
  const told = new InputError(error.code, error.details as never)
  return { ...row, error: { code: error.code, message: errorText(told, messages) } }
}
