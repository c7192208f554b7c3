import { array, boolean, literal, maxLength, number, object, optional, picklist, pipe, string, unknown } from 'valibot'
import { InputError } from '../../core/input-error.ts'
import { allOfCustomer, exportedParts } from '../customer/all-of-customer.ts'
import { cursorText, placeAt } from '../request/cursor.ts'
import { route } from '../request/route.ts'
import { customerMark, told } from '../store/audit-trail.ts'
import { findCustomers, forgottenCustomerWrite } from '../store/customer.ts'
import { countAnswersOf } from '../store/customer-answers.ts'
import { customerComplaints } from '../store/customer-complaints.ts'
import { followWrite } from '../store/following.ts'
import { customerLinks } from '../store/link.ts'
import { once } from '../store/operation.ts'
import { followCustomers } from '../survey/follow-customers.ts'
import { customerIdSchema, customerSchema, SETTLED_AT_ONCE } from './customers.ts'
import { inWorkspace } from './parameters.ts'

const tag = 'Customers'
const path = '/v1/workspaces/{workspaceId}/customers'
const placeSchema = object({ part: picklist(exportedParts), after: string(), of: string() })

export const customerPrivacyRoutes = [
  route({
    operationId: 'storedOfPerson',
    summary: 'How much is stored about one customer, as it would be exported or erased',
    tag,
    method: 'post',
    path: `${path}/stored`,
    writes: false,
    params: inWorkspace,
    body: object({ customerId: customerIdSchema }),
    reply: object({ isMirrored: boolean(), answers: number(), links: number(), complaints: number() }),
    example: { body: { customerId: 'C-1001' }, reply: { isMirrored: true, answers: 12, links: 3, complaints: 1 } },
    async handle({ backend, workspace, body: { customerId } }) {
      const [mirrored, answers, links, complaints] = await Promise.all([
        findCustomers(backend, workspace, [customerId]),
        countAnswersOf(backend, workspace, customerId),
        customerLinks(backend, workspace, customerId),
        customerComplaints(backend, workspace, customerId),
      ])
      return { isMirrored: mirrored.size > 0, answers, links: links.length, complaints: complaints.length }
    },
  }),
  route({
    operationId: 'exportPerson',
    summary: 'All that is stored about one customer, page by page',
    description:
      "The mirrored row; answers with the questions' texts and what follows them up; links of their own; complaints with all that happened to them and what people were written. The audit trail tells of it. A page has some of one part; `next` is `cursor` of the next one. What was written within the last second may not be there yet.",
    tag,
    method: 'post',
    path: `${path}/export`,
    writes: true,
    params: inWorkspace,
    query: object({ cursor: optional(pipe(string(), maxLength(2000))) }),
    body: object({ customerId: customerIdSchema }),
    reply: object({
      customer: optional(customerSchema),
      answers: optional(array(unknown())),
      links: optional(array(unknown())),
      complaints: optional(array(unknown())),
      next: optional(string()),
    }),
    example: { body: { customerId: 'C-1001' }, reply: { customer: { id: 'C-1001', name: 'Northwind' }, answers: [] } },
    async handle(call) {
      const { backend, workspace, language, body, query, operation } = call
      const { customerId } = body
      const of = customerMark(backend.signingKey, workspace, customerId)
      const place = placeAt(call, placeSchema, query.cursor)
      if (place && place.of !== of) throw new InputError('cursorUnknown', undefined)
      // The first page tells of all.
      if (!place) {
        const act = told(call, 'personExported', { customer: of })
        const effect = async () => ({ writes: [], result: null, told: act })
        await once(backend, workspace.partition(), operation, effect)
      }
      const customer = place ? undefined : (await findCustomers(backend, workspace, [customerId])).get(customerId)
      const at = place ?? { part: 'answers' as const, after: '' }
      const { next, ...page } = await allOfCustomer(backend, workspace, customerId, at, language)
      const { digest: _, operation: __, change: ___, ...row } = { ...customer } as Record<string, unknown>
      const mirrored = customer && { customer: row as typeof customer }
      return { ...mirrored, ...page, ...(next && { next: cursorText(call, { ...next, of }) }) }
    },
  }),
  route({
    operationId: 'erasePerson',
    summary: 'Erase one customer: from the mirror, all that they answered, and who they are in complaints',
    description:
      'Figures are those of the answers that stay. Their links stop working. Of complaints all words, names, addresses and messages go; what happened when, and what is counted of it, stays without a person. What was on its way meanwhile is erased the same night at the latest. The audit trail tells of it without the id. The row in the spreadsheet stays. A call that was cut short is made again.',
    tag,
    method: 'post',
    path: `${path}/erase`,
    writes: true,
    params: inWorkspace,
    body: object({ customerId: customerIdSchema }),
    reply: object({ erased: literal(true) }),
    example: { body: { customerId: 'C-1001' }, reply: { erased: true } },
    async handle(call) {
      const { backend, workspace, body, operation } = call
      const { customerId } = body
      const result = await once(backend, workspace.partition(), operation, async () => ({
        writes: [
          forgottenCustomerWrite(workspace, customerId),
          followWrite(workspace, customerId, backend.now(), true),
        ],
        result: { erased: true as const },
        told: told(call, 'personErased', { customer: customerMark(backend.signingKey, workspace, customerId) }),
      }))
      // Also by a repeat: the first call may have been cut short here.
      while ((await followCustomers(backend, workspace, SETTLED_AT_ONCE)).looked === SETTLED_AT_ONCE);
      return result
    },
  }),
]
