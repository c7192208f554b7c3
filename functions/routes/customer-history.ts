import {
  array,
  boolean,
  integer,
  maxLength,
  minLength,
  minValue,
  number,
  object,
  optional,
  pipe,
  record,
  string,
} from 'valibot'
import { customerComplaintSchema } from '../../core/customer-page/customer-complaint.ts'
import { customerTimeline } from '../customer/customer-timeline.ts'
import { factsOfCustomers } from '../customer/facts-of-customers.ts'
import { route } from '../request/route.ts'
import { customerIdSchema } from './customers.ts'
import { inWorkspace } from './parameters.ts'

const countSchema = pipe(number(), integer(), minValue(0))

const timelineSchema = object({
  answers: array(
    object({
      surveyId: string(),
      survey: string(),
      day: string(),
      channel: string(),
      nps: optional(number()),
      satisfaction: array(object({ dimension: string(), score: number() })),
      comment: optional(string()),
    }),
  ),
  complaints: array(customerComplaintSchema),
  more: object({ answers: boolean(), complaints: boolean() }),
})

const factsSchema = object({
  id: customerIdSchema,
  latestNps: optional(number()),
  satisfaction: optional(number()),
  lastAnswer: optional(string()),
  complaints: countSchema,
  openComplaints: countSchema,
})

export const customerHistoryRoutes = [
  route({
    operationId: 'customerTimeline',
    summary: "One customer's latest survey answers and complaints",
    description:
      'The latest 20 of each, newest first; `more` says whether there are others. Enquiries, suggestions and praise are among the complaints, by `kind`. The id is a parameter of the query, so that it may hold any character.',
    tag: 'Customers',
    method: 'get',
    path: '/v1/workspaces/{workspaceId}/customer-timeline',
    writes: false,
    params: inWorkspace,
    query: object({ customerId: customerIdSchema }),
    reply: timelineSchema,
    example: {
      reply: {
        answers: [
          {
            surveyId: 'h2Kp0sVx9QdLrT4m',
            survey: 'Spring survey',
            day: '2026-03-10',
            channel: 'phone',
            nps: 9,
            satisfaction: [{ dimension: 'Product quality', score: 4 }],
            comment: 'Fast and friendly',
          },
        ],
        complaints: [
          {
            id: 'q1W0b5n3pF7Zs2d9',
            number: 'C-2026-000123',
            kind: 'complaint',
            state: 'closed',
            severity: 'high',
            receivedAt: '2026-02-01T08:00:00.000Z',
            closedAt: '2026-02-03T10:00:00.000Z',
          },
        ],
        more: { answers: false, complaints: false },
      },
    },
    async handle({ backend, workspace, query, language }) {
      return customerTimeline(backend, workspace, query.customerId, language)
    },
  }),
  route({
    operationId: 'customerFacts',
    summary: 'What surveys and complaints say of up to 500 customers, for a scoring standard',
    description:
      "In the order of the ids. `latestNps` (0 to 10) and `satisfaction` (1 to 5, the mean of its questions) are those of the latest answer that has them; who was never asked has none. `complaints` counts those received in the twelve months up to today. Only complaints count, not enquiries, suggestions or praise. What came in under the ids in `merged`, by the id that they were merged into, counts as that customer's.",
    tag: 'Customers',
    method: 'post',
    path: '/v1/workspaces/{workspaceId}/customer-facts',
    writes: false,
    params: inWorkspace,
    body: object({
      ids: pipe(array(customerIdSchema), minLength(1), maxLength(500)),
      merged: optional(record(customerIdSchema, pipe(array(customerIdSchema), maxLength(20))), {}),
    }),
    reply: object({ asOf: string(), facts: array(factsSchema) }),
    example: {
      body: { ids: ['C-1001', 'C-1002'], merged: { 'C-1001': ['C-0977'] } },
      reply: {
        asOf: '2026-03-31T08:00:00.000Z',
        facts: [
          {
            id: 'C-1001',
            latestNps: 9,
            satisfaction: 4.5,
            lastAnswer: '2026-03-10',
            complaints: 1,
            openComplaints: 0,
          },
          { id: 'C-1002', complaints: 0, openComplaints: 0 },
        ],
      },
    },
    async handle({ backend, workspace, body }) {
      const now = backend.now()
      const found = await factsOfCustomers(backend, workspace, body.ids, now, { merged: body.merged })
      return { asOf: now.toISOString(), facts: found.map(({ points: _, ...facts }) => facts) }
    },
  }),
]
