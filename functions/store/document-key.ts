import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { InferOutput } from 'valibot'
import { array, number, object, optional, picklist, string } from 'valibot'
import { findItem, type ItemKey, itemsIn, prefixed, type Table, type Write } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** What a document may read: survey and complaint figures, facts about single customers, published KPIs. */
export const grantSchema = picklist(['figures', 'facts', 'kpis'])
export type Grant = InferOutput<typeof grantSchema>

/** `W#ws`, `D#keyId`: a key of a spreadsheet. Its id is the hash of its secret, which is kept nowhere else. */
const documentKeySchema = object({
  keyId: string(),
  spreadsheetId: string(),
  /** The spreadsheet's name when the key was made; '' where nobody said. */
  title: string(),
  grants: array(grantSchema),
  /** Whose KPIs alone it reads; a workspace's own spreadsheet reads those of all. */
  audience: optional(string()),
  createdAt: string(),
  /** The e-mail address of whoever made it. */
  createdBy: string(),
  /** To the hour. */
  lastUsedAt: optional(string()),
  /** Set once another one stands in its place: it is good until then. */
  expiresAt: optional(string()),
  ttl: optional(number()),
})
export type DocumentKey = InferOutput<typeof documentKeySchema>

const HOUR = 3_600_000

/** Whether a key is good for nothing any more; the table forgets it later. */
export function isOver({ expiresAt }: DocumentKey, now: Date): boolean {
  return expiresAt !== undefined && Date.parse(expiresAt) <= now.getTime()
}

export function documentKeyWrite(workspace: WorkspaceKey, key: DocumentKey): Write {
  return {
    Put: { Item: { ...documentKeyKey(workspace, key.keyId), ...key }, ConditionExpression: 'attribute_not_exists(pk)' },
  }
}

/** The keys that are good, the newest first. */
export async function documentKeys(table: Table, workspace: WorkspaceKey, now: Date): Promise<DocumentKey[]> {
  const keys: DocumentKey[] = []
  for await (const key of itemsIn(table, documentKeySchema, prefixed(workspace.partition(), 'D#')))
    if (!isOver(key, now)) keys.push(key)
  return keys.sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0))
}

export function findDocumentKey(table: Table, workspace: WorkspaceKey, keyId: string) {
  return findItem(table, documentKeySchema, documentKeyKey(workspace, keyId))
}

/** The write that lets a key end; refused where it is gone, or ends already. */
export function ending(workspace: WorkspaceKey, keyId: string, expiresAt: string): Write {
  return {
    Update: {
      Key: documentKeyKey(workspace, keyId),
      UpdateExpression: 'SET expiresAt = :at, #ttl = :ttl',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(expiresAt)',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':at': expiresAt, ':ttl': Math.ceil(Date.parse(expiresAt) / 1000) },
    },
  }
}

/** The write that makes a key useless; refused where there is none of that id. */
export function revocation(workspace: WorkspaceKey, keyId: string): Write {
  return { Delete: { Key: documentKeyKey(workspace, keyId), ConditionExpression: 'attribute_exists(pk)' } }
}

/** The same, where it may be gone already. */
export function documentKeyRemoval(workspace: WorkspaceKey, keyId: string): Write {
  return { Delete: { Key: documentKeyKey(workspace, keyId) } }
}

/**
 * Keeps when a key was last used, once an hour at the most: a write unit an hour for each key, on top of the read that
 * proved it. What it was used for goes on whether it could be kept or not.
 */
export async function noteUse(
  { db, table }: Table,
  workspace: WorkspaceKey,
  { keyId, lastUsedAt = '' }: DocumentKey,
  now: Date,
): Promise<void> {
  const hourAgo = new Date(now.getTime() - HOUR).toISOString()
  if (lastUsedAt > hourAgo) return
  const update = new UpdateCommand({
    TableName: table,
    Key: documentKeyKey(workspace, keyId),
    UpdateExpression: 'SET lastUsedAt = :now',
    // A key that was revoked meanwhile stays gone, and of several requests one writes.
    ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(lastUsedAt) OR lastUsedAt <= :hourAgo)',
    ExpressionAttributeValues: { ':now': now.toISOString(), ':hourAgo': hourAgo },
  })
  await db.send(update).catch(() => undefined)
}

function documentKeyKey(workspace: WorkspaceKey, keyId: string): ItemKey {
  return { pk: workspace.partition(), sk: `D#${keyId}` }
}
