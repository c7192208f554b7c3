import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { InferOutput } from 'valibot'
import { object, optional, parse, string } from 'valibot'
import type { ItemKey, Table, Write } from './table.ts'
import { transact } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/**
 * `W#ws#N`, `T#customer` or `E#customer`: a customer whose answers have still to follow a change of tier or owner, or to
 * be erased. It is put with the change itself, so that no crash forgets it.
 */
const followingSchema = object({ sk: string(), changedAt: string(), appliedAt: optional(string()) })

/** What answers have to follow. */
export type Following = InferOutput<typeof followingSchema> & { customerId: string; erase: boolean }

/** No request lives longer: what read a customer before the change has stored its answer, or never will. */
export const REQUEST_LIVES_MS = 60_000

/** The write that has a customer's answers follow. */
export function followWrite(workspace: WorkspaceKey, customerId: string, now: Date, erase = false): Write {
  const key = followingKey(workspace, `${erase ? 'E' : 'T'}#${customerId}`)
  return { Put: { Item: { ...key, changedAt: now.toISOString() } } }
}

/**
 * The customers whose answers have to follow now: not yet, or once more since answers may have been on their way.
 *
 * @param most Of those that are looked at.
 * @returns `settlesAt`: when no answer can be on its way any more, of those that changed up to now; undefined where none
 *   can be already.
 */
export async function followingNow(
  { db, table }: Table,
  workspace: WorkspaceKey,
  now: Date,
  most: number,
): Promise<{ due: Following[]; settlesAt: string | undefined }> {
  const due: Following[] = []
  let changedAt = ''
  let start: Record<string, unknown> | undefined
  do {
    const page = await db.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': workspace.partition('N') },
        ExclusiveStartKey: start,
      }),
    )
    for (const item of page.Items ?? []) {
      const entry = parse(followingSchema, item)
      if (!isSettled(entry, now) && entry.changedAt > changedAt) changedAt = entry.changedAt
      if (entry.appliedAt && !isSettled(entry, now)) continue
      due.push({ ...entry, customerId: entry.sk.slice(2), erase: entry.sk.startsWith('E') })
    }
    start = page.LastEvaluatedKey
  } while (start && due.length < most)
  const settlesAt = changedAt ? new Date(Date.parse(changedAt) + REQUEST_LIVES_MS).toISOString() : undefined
  return { due: due.slice(0, most), settlesAt }
}

/** The check that nobody has had them follow for good: what came after that is not this entry's. */
export function stillFollowing(workspace: WorkspaceKey, entry: Following): Write {
  return {
    ConditionCheck: {
      Key: followingKey(workspace, entry.sk),
      ConditionExpression: 'changedAt = :changed',
      ExpressionAttributeValues: { ':changed': entry.changedAt },
    },
  }
}

/** Keeps that answers followed; forgets the entry once none can have been on its way. */
export async function followed(table: Table, workspace: WorkspaceKey, entry: Following, now: Date): Promise<void> {
  const condition = {
    Key: followingKey(workspace, entry.sk),
    ConditionExpression: 'changedAt = :changed',
    ExpressionAttributeValues: { ':changed': entry.changedAt },
  }
  if (isSettled(entry, now)) await transact(table, [{ Delete: condition }])
  else {
    const values = { ...condition.ExpressionAttributeValues, ':now': now.toISOString() }
    const update = { ...condition, UpdateExpression: 'SET appliedAt = :now', ExpressionAttributeValues: values }
    await transact(table, [{ Update: update }])
  }
}

function isSettled({ changedAt }: Pick<Following, 'changedAt'>, now: Date): boolean {
  return now.getTime() - Date.parse(changedAt) >= REQUEST_LIVES_MS
}

function followingKey(workspace: WorkspaceKey, sk: string): ItemKey {
  return { pk: workspace.partition('N'), sk }
}
