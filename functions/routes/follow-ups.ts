import { array, maxLength, number, object, optional, picklist, pipe, regex, string } from 'valibot'
import { InputError } from '../../core/input-error.ts'
import { cursorText, placeAt } from '../request/cursor.ts'
import { route } from '../request/route.ts'
import { type FollowUp, followUpChange, followUps } from '../store/follow-up.ts'
import { once } from '../store/operation.ts'
import { openWanted } from '../survey/open-wanted.ts'
import { inWorkspace } from './parameters.ts'

const path = '/v1/workspaces/{workspaceId}/follow-ups'
const keySchema = pipe(string(), maxLength(200), regex(/^\d{4}-\d\d-\d\d#[\w-]+#[\w-]+$/))
const followUpReply = object({
  followUpId: string(),
  surveyId: string(),
  answerId: string(),
  day: string(),
  customerId: optional(string()),
  question: string(),
  score: number(),
  state: picklist(['open', 'done']),
  complaintId: optional(string()),
  number: optional(string()),
})
const example = {
  followUpId: '2026-03-10#h2Kp0sVx9QdLrT4m#h2Kp0sVx9QdLrT4mB1x0Lr',
  surveyId: 'h2Kp0sVx9QdLrT4m',
  answerId: '2026-03-10.h2Kp0sVx9QdLrT4mB1x0Lr',
  day: '2026-03-10',
  customerId: 'C-1001',
  question: 'nps',
  score: 2,
  state: 'open',
}

export const followUpRoutes = [
  route({
    operationId: 'listFollowUps',
    summary: 'Low answers that somebody has to follow up, the latest first',
    description:
      'Complaints that rules want are opened by this, or else by night, where a crash kept the answer from opening them itself.',
    tag: 'Surveys',
    method: 'get',
    path,
    writes: false,
    params: inWorkspace,
    query: object({
      limit: optional(pipe(string(), regex(/^([1-9]\d?|100)$/, 'limit')), '50'),
      after: optional(pipe(string(), maxLength(300))),
    }),
    reply: object({ followUps: array(followUpReply), next: optional(string()) }),
    example: { reply: { followUps: [example] } },
    async handle(call) {
      const { backend, workspace, query } = call
      const after = placeAt(call, string(), query.after)
      const { followUps: found, next } = await followUps(backend, workspace, Number(query.limit), after)
      const opened = []
      for (const each of found) {
        // One that cannot be opened now is shown as open, and tried again when it is listed next.
        const tried = each.state === 'wanted' ? openWanted(backend, workspace, each).catch(() => each) : each
        opened.push(await tried)
      }
      return { followUps: opened.map(shown), ...(next && { next: cursorText(call, next) }) }
    },
  }),
  route({
    operationId: 'closeFollowUp',
    summary: 'Say that a low answer was followed up, or that it has still to be',
    tag: 'Surveys',
    method: 'post',
    path,
    writes: true,
    params: inWorkspace,
    body: object({ followUpId: keySchema, state: optional(picklist(['open', 'done']), 'done') }),
    reply: object({ followUpId: string(), state: picklist(['open', 'done']) }),
    example: {
      body: { followUpId: example.followUpId },
      reply: { followUpId: example.followUpId, state: 'done' },
    },
    errors: { 404: 'There is no such follow-up.' },
    async handle({ backend, workspace, operation, body: { followUpId, state } }) {
      return once(backend, workspace.partition(), operation, async () => ({
        writes: [followUpChange(workspace, followUpId, { state })],
        result: { followUpId, state },
        refused: () => new InputError('notFound', undefined),
      }))
    },
  }),
]

function shown({ sk, state, day, answerId, ...followUp }: FollowUp) {
  return {
    ...followUp,
    ...{ followUpId: sk, day, answerId: `${day}.${answerId}` },
    state: state === 'done' ? ('done' as const) : ('open' as const),
  }
}
