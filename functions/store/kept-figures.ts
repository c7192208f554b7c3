import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { InferOutput } from 'valibot'
import { array, number, object, optional, record, string } from 'valibot'
import type { ItemKey, Table } from './table.ts'
import { itemsIn } from './table.ts'
import type { Partition } from './workspace-key.ts'

/** `cut#day`: the day recounted, the version of its head that it was counted from, and when. */
export const figuresSchema = object({
  sk: string(),
  version: number(),
  at: optional(string(), ''),
  groups: array(object({ value: string(), n: number(), questions: record(string(), record(string(), number())) })),
})
export type KeptFigures = InferOutput<typeof figuresSchema>
export type Groups = KeptFigures['groups']

/** An item holds 400 KB; as JSON, figures are larger than as DynamoDB counts them. */
const MOST_BYTES = 350_000

/** Figures that stand for a day never counted: no head has this version. */
const NEVER_COUNTED = 0

/** The figures of a span of days by one cut, by day. */
export async function keptFigures(
  table: Table,
  pk: Partition,
  cut: string,
  { from, to }: { from: string; to: string },
) {
  const kept = new Map<string, KeptFigures>()
  for await (const figures of itemsIn(table, figuresSchema, { pk, from: `${cut}#${from}`, to: `${cut}#${to}` })) {
    if (figures.version > NEVER_COUNTED) kept.set(figures.sk.slice(cut.length + 1), figures)
  }
  return kept
}

/**
 * Overwrites a day's figures, unless they were counted from a later version meanwhile. Those of more values than an item
 * holds are not kept: they are counted at every read.
 */
export async function keepFigures(
  { db, table }: Table,
  key: ItemKey,
  { version, at, groups }: Omit<KeptFigures, 'sk'>,
): Promise<void> {
  if (Buffer.byteLength(JSON.stringify(groups)) > MOST_BYTES) return
  const put = new PutCommand({
    TableName: table,
    Item: { ...key, version, at, groups },
    ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
    ExpressionAttributeValues: { ':version': version },
  })
  await db.send(put).catch((error: { name?: string }) => {
    if (error.name !== 'ConditionalCheckFailedException') throw error
  })
}

/** Has the audit count a day that nobody can wait for. */
export async function wantFigures(table: Table, key: ItemKey): Promise<void> {
  await keepFigures(table, key, { version: NEVER_COUNTED, at: '', groups: [] })
}
