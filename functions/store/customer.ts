import { BatchGetCommand } from '@aws-sdk/lib-dynamodb'
import type { InferOutput } from 'valibot'
import { boolean, object, optional, parse, picklist, string } from 'valibot'
import { digestOf } from '../secrets.ts'
import { followWrite } from './following.ts'
import type { ItemKey, Table, Write } from './table.ts'
import { transact } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** `W#ws#C`, `customerId`: the mirror of a customer row, so that answers and complaints can be cut by tier and owner. */
export const customerSchema = object({
  id: string(),
  name: optional(string()),
  tier: optional(string()),
  owner: optional(string()),
  segment: optional(string()),
  consent: optional(boolean()),
  /** Hash of an e-mail address or phone number, made where the customer file is. */
  contactHash: optional(string()),
})
export type Customer = InferOutput<typeof customerSchema>

const customerChangeSchema = picklist(['added', 'changed', 'unchanged'])
export type CustomerChange = InferOutput<typeof customerChangeSchema>

/** As stored: with a digest of its fields, and what the last operation that touched it did. */
const storedSchema = object({
  ...customerSchema.entries,
  digest: string(),
  operation: string(),
  change: customerChangeSchema,
})
type Stored = InferOutput<typeof storedSchema>

const READ_PAGE = 100
/** Each customer may bring the note that its answers have to follow. */
const WRITE_PAGE = 50

/** The customers of these ids that are mirrored, by id. */
export async function findCustomers(
  table: Table,
  workspace: WorkspaceKey,
  ids: string[],
): Promise<Map<string, Customer>> {
  return findStored(table, workspace, ids)
}

/**
 * Mirrors customers as they are given, each once. Answers of those with another tier or owner have to follow.
 *
 * @param operation The client's operation id: a repeat after a crash reports what its first try did.
 * @returns What happened to each, in order.
 */
export async function saveCustomers(
  table: Table,
  workspace: WorkspaceKey,
  customers: Customer[],
  { operation, now }: { operation: string; now: Date },
): Promise<CustomerChange[]> {
  const before = await findStored(
    table,
    workspace,
    customers.map((customer) => customer.id),
  )
  const items = customers.map((customer) => storedAfter(customer, before.get(customer.id), operation))
  const changed = items.filter((item) => before.get(item.id)?.digest !== item.digest)
  for (let i = 0; i < changed.length; i += WRITE_PAGE) {
    const page = changed.slice(i, i + WRITE_PAGE)
    await transact(
      table,
      page.flatMap((item) => {
        const put = { Put: { Item: { ...customerKey(workspace, item.id), ...item } } }
        return isSameForAnswers(before.get(item.id), item) ? [put] : [put, followWrite(workspace, item.id, now)]
      }),
    )
  }
  return items.map((item) => item.change)
}

function isSameForAnswers(before: Customer | undefined, after: Customer): boolean {
  return before !== undefined && before.tier === after.tier && before.owner === after.owner
}

function storedAfter(customer: Customer, before: Stored | undefined, operation: string): Stored {
  const digest = digestOf(customer)
  if (!before) return { ...customer, digest, operation, change: 'added' }
  if (before.digest !== digest) return { ...customer, digest, operation, change: 'changed' }
  return { ...before, change: before.operation === operation ? before.change : 'unchanged' }
}

async function findStored({ db, table }: Table, workspace: WorkspaceKey, ids: string[]): Promise<Map<string, Stored>> {
  const found = new Map<string, Stored>()
  let keys = [...new Set(ids)].map((id) => customerKey(workspace, id))
  while (keys.length) {
    const page = keys.splice(0, READ_PAGE)
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys: page, ConsistentRead: true } } }),
    )
    for (const item of Responses?.[table] ?? []) {
      const customer = parse(storedSchema, item)
      found.set(customer.id, customer)
    }
    keys = [...((UnprocessedKeys?.[table]?.Keys ?? []) as ItemKey[]), ...keys]
  }
  return found
}

function customerKey(workspace: WorkspaceKey, id: string): ItemKey {
  return { pk: workspace.partition('C'), sk: id }
}

/** The write that takes a customer out of the mirror. */
export function forgottenCustomerWrite(workspace: WorkspaceKey, id: string): Write {
  return { Delete: { Key: customerKey(workspace, id) } }
}
