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
  regex,
  string,
} from 'valibot'
import { InputError } from '../../core/input-error.ts'
import { route } from '../request/route.ts'
import type { CustomerChange } from '../store/customer.ts'
import { saveCustomers } from '../store/customer.ts'
import { once } from '../store/operation.ts'
import { followCustomers } from '../survey/follow-customers.ts'
import { inWorkspace } from './parameters.ts'

const textSchema = pipe(string(), maxLength(200))
const countSchema = pipe(number(), integer(), minValue(0))

export const customerIdSchema = pipe(string(), minLength(1), maxLength(100))

export const customerSchema = object({
  id: customerIdSchema,
  name: optional(textSchema),
  tier: optional(textSchema),
  owner: optional(textSchema),
  segment: optional(textSchema),
  consent: optional(boolean()),
  contactHash: optional(pipe(string(), regex(/^[0-9a-f]{64}$/, 'sha256'))),
})

const resultSchema = object({ added: countSchema, changed: countSchema, unchanged: countSchema })

export const customerRoutes = [
  route({
    operationId: 'syncCustomers',
    summary: 'Mirror a page of the customer file',
    description:
      'Each customer replaces what was mirrored of it before; fields that are left out are emptied. Sending a page again changes nothing.',
    tag: 'Customers',
    method: 'post',
    path: '/v1/workspaces/{workspaceId}/customers',
    writes: true,
    params: inWorkspace,
    body: object({ customers: pipe(array(customerSchema), minLength(1), maxLength(500)) }),
    reply: resultSchema,
    example: {
      body: {
        customers: [{ id: 'C-1001', name: 'Northwind', tier: 'A', owner: 'li.na@example.com', segment: 'Retail' }],
      },
      reply: { added: 1, changed: 0, unchanged: 0 },
    },
    async handle({ backend, workspace, body: { customers }, operation }) {
      refuseRepeats(customers.map((customer) => customer.id))
      return once(backend, workspace.partition(), operation, async () => {
        const changes = await saveCustomers(backend, workspace, customers, {
          operation: operation.id,
          now: backend.now(),
        })
        const count = (change: CustomerChange) => changes.filter((each) => each === change).length
        return {
          writes: [],
          result: { added: count('added'), changed: count('changed'), unchanged: count('unchanged') },
        }
      })
    },
  }),
  route({
    operationId: 'settleCustomers',
    summary: 'Bring the answers of changed customers up to date',
    description:
      'Figures by `tier_now` and `owner_now` do it too. Each call looks at up to 200 customers; `left` says whether there may be more.',
    tag: 'Customers',
    method: 'post',
    path: '/v1/workspaces/{workspaceId}/customers/settle',
    writes: true,
    params: inWorkspace,
    reply: object({ settled: countSchema, left: boolean() }),
    example: { reply: { settled: 12, left: false } },
    async handle({ backend, workspace }) {
      const { looked: settled } = await followCustomers(backend, workspace, SETTLED_AT_ONCE)
      return { settled, left: settled === SETTLED_AT_ONCE }
    },
  }),
]

/** Customers whose answers follow in one go. */
export const SETTLED_AT_ONCE = 200

/** @throws InputError `sameIdTwice` */
export function refuseRepeats(ids: string[]): void {
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) throw new InputError('sameIdTwice', { id })
    seen.add(id)
  }
}
