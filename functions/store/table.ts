import type { DynamoDBDocumentClient, QueryCommandInput, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { GenericSchema, InferOutput } from 'valibot'
import { parse } from 'valibot'
import { refuseTooLarge } from './item-size.ts'
import type { Partition } from './workspace-key.ts'

/** The one table and the client that reaches it. */
export type Table = { db: DynamoDBDocumentClient; table: string }

export type ItemKey = { pk: Partition; sk: string }

/** One part of a transaction; the table's name is filled in by `transact`. */
export type Write = {
  [K in 'Put' | 'Update' | 'Delete' | 'ConditionCheck']?: Omit<
    NonNullable<NonNullable<TransactWriteCommandInput['TransactItems']>[number][K]>,
    'TableName'
  >
}

/** Why one part of a transaction was refused; `Item` is what was there, raw, where the part asked for it. */
export type Refused = {
  Code?: string | undefined
  Item?: Record<string, { S?: string | undefined; BOOL?: boolean | undefined }> | undefined
}

/** The item as last written, or undefined. Reads are strongly consistent. */
export async function findItem<S extends GenericSchema>(
  { db, table }: Table,
  schema: S,
  key: ItemKey,
): Promise<InferOutput<S> | undefined> {
  const { Item } = await db.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))
  return Item && parse(schema, Item)
}

export type Span = { pk: Partition; from: string; to: string }

/** All items whose sort key lies in the span, both ends included, in order. Strongly consistent, page by page. */
export async function* itemsIn<S extends GenericSchema>(
  table: Table,
  schema: S,
  { pk, from, to }: Span,
): AsyncGenerator<InferOutput<S>> {
  const found = queried(table, {
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
  })
  for await (const item of found) yield parse(schema, item)
}

/** All items that a query finds, raw, page by page. */
export async function* queried(
  { db, table }: Table,
  query: Omit<QueryCommandInput, 'TableName' | 'ExclusiveStartKey'>,
): AsyncGenerator<Record<string, unknown>> {
  let start: Record<string, unknown> | undefined
  do {
    const page = await db.send(new QueryCommand({ ...query, TableName: table, ExclusiveStartKey: start }))
    yield* page.Items ?? []
    start = page.LastEvaluatedKey
  } while (start)
}

/** The span of all sort keys that begin with `prefix`. */
export function prefixed(pk: Partition, prefix: string): Span {
  return { pk, from: prefix, to: `${prefix}\uffff` }
}

const TRIES = 8
/** Why a transaction was not done that may be done a moment later. */
const PASSING = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])
/** So many writes are one transaction at the most. */
export const WRITES_AT_ONCE = 100

/**
 * Writes all parts or none.
 *
 * @returns undefined once written; else why each part was refused, in order, where a condition did not hold.
 *   A conflict with another transaction, or a partition that is busy, is tried again, up to eight times within about
 *   three seconds.
 * @throws InputError `tooMuchText` where an item is put that is larger than an item can be.
 */
export async function transact({ db, table }: Table, writes: Write[]): Promise<Refused[] | undefined> {
  for (const { Put } of writes) if (Put) refuseTooLarge(Put.Item)
  const TransactItems = writes.map((write) =>
    Object.fromEntries(Object.entries(write).map(([kind, part]) => [kind, { TableName: table, ...part }])),
  ) as TransactWriteCommandInput['TransactItems']
  for (let attempt = 1; ; attempt++) {
    try {
      await db.send(new TransactWriteCommand({ TransactItems }))
      return undefined
    } catch (error) {
      const reasons = cancellation(error)
      if (!reasons) throw error
      if (reasons.some((reason) => reason.Code === 'ConditionalCheckFailed')) return reasons
      if (!reasons.some(({ Code = '' }) => PASSING.has(Code)) || attempt === TRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 15 * 2 ** attempt))
    }
  }
}

/** Why each part was refused, where `error` is a cancelled transaction. */
function cancellation(error: unknown): Refused[] | undefined {
  const cancelled = error as { name?: string; CancellationReasons?: Refused[] }
  return cancelled.name === 'TransactionCanceledException' ? (cancelled.CancellationReasons ?? []) : undefined
}
