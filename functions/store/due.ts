import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { digest } from '../secrets.ts'
import type { Table } from './table.ts'
import { WorkspaceKey } from './workspace-key.ts'

const SHELVES = 16

/** Something that the desk has to do by itself on a complaint, or with a message of it. */
export type DueEntry = { workspace: WorkspaceKey; id: string; message?: string }

/** The keys by which a complaint or its message lies in the due index, `DUE#0..15`, `dueAt#ws#id` and `...#M#version#place`. */
export function dueKeys(workspace: WorkspaceKey, id: string, dueAt: string | undefined, message?: string) {
  if (dueAt === undefined) return {}
  const gsi2sk = [dueAt, workspace.id, id, ...(message === undefined ? [] : [message])].join('#')
  return { gsi2pk: `DUE#${shelfOf(id)}`, gsi2sk }
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
      const [, , id = '', ...message] = String(gsi2sk).split('#')
      const workspace = WorkspaceKey.ofDueEntry(String(gsi2sk))
      yield { workspace, id, ...(message.length > 0 && { message: message.join('#') }) }
    }
    start = page.LastEvaluatedKey
  } while (start)
}

function shelfOf(id: string): number {
  return Buffer.from(digest(id), 'base64url').readUInt8(0) % SHELVES
}
