import {
  array,
  integer,
  maxLength,
  minLength,
  minValue,
  number,
  object,
  optional,
  picklist,
  pipe,
  string,
} from 'valibot'
import { daySchema } from '../../core/calendar/day-schema.ts'
import { zonedDay } from '../../core/calendar/zoned-time.ts'
import { InputError } from '../../core/input-error.ts'
import { languages } from '../../core/messages/messages.ts'
import { route } from '../request/route.ts'
import { once } from '../store/operation.ts'
import { getSurvey } from '../store/survey.ts'
import { getWorkspace } from '../store/workspace.ts'
import { customerLinkSecret, madeLinks } from '../survey/customer-links.ts'
import { customerIdSchema, refuseRepeats } from './customers.ts'
import { inSurvey } from './parameters.ts'

const count = pipe(number(), integer(), minValue(0))

export const linkRoutes = [
  route({
    operationId: 'createLinks',
    summary: 'Make a single-use link of their own for each of up to 500 customers',
    description:
      'A customer has one link a survey and wave: who has one is given it again, as it was made. It takes one answer, which can be corrected with the same link until the survey closes. Each link made counts as an invitation for RESPONSE_RATE, with the tier, owner and segment that the customer has in the mirror now.',
    tag: 'Surveys',
    method: 'post',
    path: '/v1/workspaces/{workspaceId}/surveys/{surveyId}/links',
    writes: true,
    params: inSurvey,
    body: object({
      customers: pipe(
        array(object({ customerId: customerIdSchema, language: optional(picklist(languages)) })),
        minLength(1),
        maxLength(500),
      ),
      /** Another wave gives every customer another link. */
      wave: optional(pipe(string(), maxLength(40)), ''),
      /** The last day on which the links can be used; as long as the survey is open where left out. */
      expiresOn: optional(daySchema),
    }),
    reply: object({
      links: array(object({ customerId: customerIdSchema, link: string() })),
      /** By this operation. */
      made: count,
      /** Customers that had one before. */
      kept: count,
    }),
    status: 201,
    example: {
      body: { customers: [{ customerId: 'C-1001', language: 'zh-CN' }], expiresOn: '2026-04-30' },
      reply: {
        links: [
          { customerId: 'C-1001', link: 'https://api.example.com/s/Zk3vT9aQmB1x0LrE.n0B7s2Kq5hX9vD4mC1tJ8wR3yL6pF0' },
        ],
        made: 1,
        kept: 0,
      },
    },
    errors: { 400: '`surveyTakesNoLinks` where it is closed or asks staff, who answer anonymously.' },
    async handle({ backend, workspace, params: { surveyId }, body, operation }) {
      const { customers, wave, expiresOn } = body
      refuseRepeats(customers.map(({ customerId }) => customerId))
      const counted = await once(backend, workspace.partition(), operation, async () => {
        const survey = await getSurvey(backend, workspace, surveyId)
        if (survey.status === 'closed' || survey.kind === 'staff') throw new InputError('surveyTakesNoLinks', undefined)
        const { timeZone } = await getWorkspace(backend, workspace)
        const today = zonedDay(backend.now().getTime(), timeZone)
        const asked = { customers, wave, expiresOn }
        return {
          writes: [],
          result: await madeLinks(backend, workspace, survey, asked, { today, operation: operation.id }),
        }
      })
      const links = customers.map(({ customerId }) => {
        const secret = customerLinkSecret(backend, workspace, surveyId, { customerId, wave })
        return { customerId, link: `${backend.publicUrl}/s/${workspace.id}.${secret}` }
      })
      return { links, ...counted }
    },
  }),
]
