import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { digest } from '../secrets.ts'
import type { Table } from './table.ts'
import { WorkspaceKey } from './workspace-key.ts'

const SHELVES = 16

/** Something that the desk has to do by itself on a complaint. */
export type DueEntry = { dueAt: string; workspace: WorkspaceKey; id: string }

/** The keys by which a complaint lies in the due index, `DUE#0..15`, `dueAt#ws#id`. */
export function dueKeys(workspace: WorkspaceKey, id: string, dueAt: string | undefined) {
  if (dueAt === undefined) return {}
  return { gsi2pk: `DUE#${shelfOf(id)}`, gsi2sk: `${dueAt}#${workspace.id}#${id}` }
}

/** All that was due before an instant, of all workspaces, the earliest of each shelf first. Only the schedule asks. */
export async function* dueEntries(table: Table, before: string): AsyncGenerator<DueEntry> {
  for (let shelf = 0; shelf < SHELVES; shelf++) yield* dueOn(table, shelf, before)
}

async function* dueOn({ db, table }: Table, shelf: number, before: string): AsyncGenerator<DueEntry> {
  let start: Record<string, unknown> | undefined
  do {
    const page = await db.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'gsi2',
        KeyConditionExpression: 'gsi2pk = :shelf AND gsi2sk < :before',
        ExpressionAttributeValues: { ':shelf': `DUE#${shelf}`, ':before': before },
        ProjectionExpression: 'gsi2sk',
        ExclusiveStartKey: start,
      }),
    )
    for (const { gsi2sk } of page.Items ?? []) {
      const [dueAt = '', , id = ''] = String(gsi2sk).split('#')
      yield { dueAt, workspace: WorkspaceKey.ofDueEntry(String(gsi2sk)), id }
    }
    start = page.LastEvaluatedKey
  } while (start)
}

function shelfOf(id: string): number {
  return Buffer.from(digest(id), 'base64url').readUInt8(0) % SHELVES
}
