import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { InferOutput } from 'valibot'
import { object, optional, string } from 'valibot'
import { documentKeyRemoval } from './document-key.ts'
import type { ItemKey, Table, Write } from './table.ts'
import { findItem, itemsIn, prefixed } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** `W#ws#A#audience`, `L#key`: a spreadsheet that was linked to an audience, by its key's public id. */
const audienceLinkSchema = object({
  keyId: string(),
  spreadsheetId: string(),
  title: string(),
  /** Who entered the code. */
  linkedBy: string(),
  since: string(),
  lastReadAt: optional(string()),
})
export type AudienceLink = InferOutput<typeof audienceLinkSchema>

const MINUTE = 60_000

/** The spreadsheets that are linked to an audience, the first linked first. */
export async function audienceLinks(table: Table, workspace: WorkspaceKey, audience: string): Promise<AudienceLink[]> {
  const links: AudienceLink[] = []
  for await (const link of itemsIn(table, audienceLinkSchema, prefixed(workspace.partition('A', audience), 'L#')))
    links.push(link)
  return links.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
}

export function findAudienceLink(table: Table, workspace: WorkspaceKey, audience: string, keyId: string) {
  return findItem(table, audienceLinkSchema, linkKey(workspace, audience, keyId))
}

export function audienceLinkWrite(workspace: WorkspaceKey, audience: string, link: AudienceLink): Write {
  return { Put: { Item: { ...linkKey(workspace, audience, link.keyId), ...link } } }
}

/** The writes that end a spreadsheet's link: its key is good for nothing from then on. */
export function unlinkWrites(workspace: WorkspaceKey, audience: string, keyId: string): Write[] {
  return [audienceLinkRemoval(workspace, audience, keyId), documentKeyRemoval(workspace, keyId)]
}

/** The write that takes a spreadsheet from those that are listed. */
export function audienceLinkRemoval(workspace: WorkspaceKey, audience: string, keyId: string): Write {
  return { Delete: { Key: linkKey(workspace, audience, keyId) } }
}

/** Keeps that a spreadsheet was read for, once a minute at the most; a link that is gone stays gone. */
export async function keepRead(
  table: Table,
  workspace: WorkspaceKey,
  { audience, keyId }: { audience: string; keyId: string },
  now: Date,
): Promise<void> {
  const link = await findAudienceLink(table, workspace, audience, keyId)
  if (!link || (link.lastReadAt && now.getTime() - Date.parse(link.lastReadAt) < MINUTE)) return
  const update = new UpdateCommand({
    TableName: table.table,
    Key: linkKey(workspace, audience, keyId),
    UpdateExpression: 'SET lastReadAt = :now',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':now': now.toISOString() },
  })
  await table.db.send(update).catch((error: { name?: string }) => {
    if (error.name !== 'ConditionalCheckFailedException') throw error
  })
}

function linkKey(workspace: WorkspaceKey, audience: string, keyId: string): ItemKey {
  return { pk: workspace.partition('A', audience), sk: `L#${keyId}` }
}
