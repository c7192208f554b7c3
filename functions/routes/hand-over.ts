import { array, literal, maxLength, nonEmpty, number, object, optional, pipe, string, trim, union } from 'valibot'
import { handOver } from '../complaint/hand-over.ts'
import { cursorText, placeAt } from '../request/cursor.ts'
import { route } from '../request/route.ts'
import { inWorkspace } from './parameters.ts'

const nameSchema = pipe(string(), trim(), nonEmpty('notBlank'), maxLength(200))

export const handOverRoutes = [
  route({
    operationId: 'handOverComplaints',
    summary: 'Give what somebody has open to others',
    description:
      'All that `from` handles (blank: nobody) and that is not closed goes to `to`, or where routing gives it if nobody is named. A call gives 25 at the most; `next`, where there is one, is `after` of the next call. `kept` stays with them: routing knows nobody else, the step is not theirs to take, or somebody changed it at that moment. The same call again tells the same.',
    tag: 'Complaints',
    method: 'post',
    path: '/v1/workspaces/{workspaceId}/complaint-hand-overs',
    writes: true,
    params: inWorkspace,
    query: object({ after: optional(pipe(string(), maxLength(300))) }),
    body: object({
      /** Blank for what is nobody's. */
      from: union([literal(''), nameSchema]),
      to: optional(nameSchema),
      text: optional(pipe(string(), trim(), maxLength(4000))),
    }),
    reply: object({
      given: array(object({ owner: string(), n: number() })),
      kept: number(),
      next: optional(string()),
    }),
    example: { body: { from: 'li.na', to: 'wang.wei', text: 'On leave until Monday' } },
    async handle(call) {
      const { backend, workspace, body, query, person, role, operation } = call
      const { sub, name, email } = person
      const doing = { by: { sub, name }, now: backend.now().toISOString(), operation, doer: { role, email } }
      const after = placeAt(call, string(), query.after)
      const { next, ...handed } = await handOver(backend, workspace, { ...body, after }, doing)
      return { ...handed, ...(next && { next: cursorText(call, next) }) }
    },
  }),
]
