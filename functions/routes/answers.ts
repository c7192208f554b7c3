import {
  array,
  integer,
  literal,
  maxLength,
  minLength,
  minValue,
  number,
  object,
  omit,
  optional,
  parse,
  picklist,
  pipe,
  record,
  regex,
  string,
  union,
  unknown,
} from 'valibot'
import { errorText, InputError } from '../../core/input-error.ts'
import type { Messages } from '../../core/messages/messages.ts'
import { checkedAnswers } from '../../core/survey/checked-answers.ts'
import { daySchema } from '../day.ts'
import type { ImportedRow } from '../imported-rows.ts'
import { importedRows } from '../imported-rows.ts'
import { importRowSchema } from '../read-row.ts'
import { route } from '../request/route.ts'
import type { Answer } from '../store/answer.ts'
import { answerIdOf, answerSchema, changedAnswerWrites, erased, findAnswer } from '../store/answer.ts'
import type { AnswerCursor } from '../store/answer-list.ts'
import { listAnswers } from '../store/answer-list.ts'
import { once } from '../store/operation.ts'
import type { Survey } from '../store/survey.ts'
import { getSurvey } from '../store/survey.ts'
import type { Table } from '../store/table.ts'
import { getWorkspace } from '../store/workspace.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { inSurvey } from './surveys.ts'

const path = '/v1/workspaces/{workspaceId}/surveys/{surveyId}/answers'
const onePath = `${path}/{answerId}`
const inAnswer = object({ ...inSurvey.entries, answerId: pipe(string(), regex(/^\d{4}-\d\d-\d\d\.[\w-]{16,64}$/)) })
const rowStatus = picklist(['accepted', 'duplicate', 'rejected'])
const revisionSchema = pipe(number(), integer(), minValue(1))

const answerReplySchema = object({
  answerId: string(),
  ...omit(answerSchema, ['id', 'digest', 'operation', 'deleted']).entries,
})
const cursorSchema = object({ bucket: pipe(number(), integer(), minValue(0)), after: string() })

const example = {
  answerId: '2026-03-10.h2Kp0sVx9QdLrT4m',
  day: '2026-03-10',
  revision: 1,
  answers: { nps: 9, comment: 'Fast and friendly' },
  customerId: 'C-1001',
  tier: 'A',
  channel: 'phone',
  answeredAt: '2026-03-10',
}

export const answerRoutes = [
  route({
    operationId: 'importAnswers',
    summary: 'Store up to 500 answers that were given elsewhere',
    description:
      'Each row is accepted, a duplicate, or rejected with its reason. A row is known again by its id and date: sending rows again counts none of them twice, whatever the Idempotency-Key.',
    tag: 'Answers',
    method: 'post',
    path: `${path}/import`,
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
  route({
    operationId: 'listAnswers',
    summary: 'Answers from one day to another, page by page',
    tag: 'Answers',
    method: 'get',
    path,
    who: 'viewer',
    writes: false,
    params: inSurvey,
    query: object({
      from: optional(daySchema, '0000-01-01'),
      to: optional(daySchema, '9999-12-31'),
      limit: optional(pipe(string(), regex(/^([1-9]\d?|[1-4]\d\d|500)$/, 'limit')), '100'),
      cursor: optional(pipe(string(), maxLength(300))),
    }),
    reply: object({ answers: array(answerReplySchema), cursor: optional(string()) }),
    example: { reply: { answers: [example] } },
    async handle({ backend, workspace, params, query: { from, to, limit, cursor } }) {
      const survey = await getSurvey(backend, workspace, params.surveyId)
      const span = { from, to, limit: Number(limit), cursor: cursor === undefined ? undefined : readCursor(cursor) }
      const { answers, next } = await listAnswers(backend, workspace, survey, span)
      return { answers: answers.map(shown), ...(next && { cursor: cursorText(next) }) }
    },
  }),
  route({
    operationId: 'editAnswer',
    summary: 'Correct an answer',
    description: 'Answers that are given replace all that were there. Tier, owner and segment stay as they were then.',
    tag: 'Answers',
    method: 'patch',
    path: onePath,
    who: 'editor',
    writes: true,
    params: inAnswer,
    body: object({ revision: revisionSchema, answers: record(string(), unknown()) }),
    reply: answerReplySchema,
    example: { body: { revision: 1, answers: { nps: 8 } }, reply: { ...example, revision: 2, answers: { nps: 8 } } },
    async handle({ backend, workspace, params, body, operation }) {
      return once(backend, workspace.partition(), operation, async () => {
        const survey = await getSurvey(backend, workspace, params.surveyId)
        const before = await answerAt(backend, workspace, survey, params.answerId, body.revision)
        const { answers, problems } = checkedAnswers(survey.questions, body.answers)
        for (const problem of Object.values(problems)) throw problem
        const after = { ...before, answers, revision: before.revision + 1 }
        return { writes: changedAnswerWrites(workspace, survey, before, after), result: shown(after) }
      })
    },
  }),
  route({
    operationId: 'deleteAnswer',
    summary: 'Take an answer out of all figures, for good',
    description: 'Its content is erased; only a mark stays, so that importing its row again does not bring it back.',
    tag: 'Answers',
    method: 'delete',
    path: onePath,
    who: 'editor',
    writes: true,
    params: inAnswer,
    query: object({ revision: optional(pipe(string(), regex(/^[1-9]\d{0,8}$/, 'revision'))) }),
    reply: object({ answerId: string(), deleted: literal(true) }),
    async handle({ backend, workspace, params, query, operation }) {
      return once(backend, workspace.partition(), operation, async () => {
        const survey = await getSurvey(backend, workspace, params.surveyId)
        const revision = query.revision === undefined ? undefined : Number(query.revision)
        const before = await answerAt(backend, workspace, survey, params.answerId, revision)
        const after = erased(before)
        const result = { answerId: params.answerId, deleted: true as const }
        return { writes: changedAnswerWrites(workspace, survey, before, after), result }
      })
    },
  }),
]

/** @throws InputError `notFound`; `stale` unless the answer is at `revision`. */
async function answerAt(
  table: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  answerId: string,
  revision: number | undefined,
): Promise<Answer> {
  const [day = '', id = ''] = answerId.split('.')
  const answer = await findAnswer(table, workspace, survey, day, id)
  if (!answer) throw new InputError('notFound', undefined)
  if (revision !== undefined && answer.revision !== revision) throw new InputError('stale', undefined)
  return answer
}

function shown({ id, day, digest: _d, operation: _o, deleted: _x, ...answer }: Answer) {
  return { answerId: answerIdOf({ day, id }), day, ...answer }
}

/** A row's outcome in the reader's language. */
function told({ error, ...row }: ImportedRow, messages: Messages) {
  if (!error) return row
  const told = new InputError(error.code, error.details as never)
  return { ...row, error: { code: error.code, message: errorText(told, messages) } }
}

function cursorText(cursor: AnswerCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

/** @throws InputError `fieldFormat` for a cursor that was not given by us. */
function readCursor(text: string): AnswerCursor {
  try {
    return parse(cursorSchema, JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    throw new InputError('fieldFormat', { field: 'cursor', expected: 'cursor' })
  }
}
