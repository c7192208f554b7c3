import { digest } from '../secrets.ts'
import type { Table } from './table.ts'
import { queried } from './table.ts'
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
  for (let shelf = 0; shelf < SHELVES; shelf++) {
    for await (const { workspace, id, rest } of dueIn(table, `DUE#${shelf}`, before)) {
      yield { workspace, id, ...(rest.length > 0 && { message: rest.join('#') }) }
    }
  }
}

/** What a partition of the due index holds before an instant, the earliest first: `dueAt#ws#id`, and what follows. */
export async function* dueIn(table: Table, partition: string, before: string) {
  const found = queried(table, {
    IndexName: 'gsi2',
    KeyConditionExpression: 'gsi2pk = :due AND gsi2sk < :before',
    ExpressionAttributeValues: { ':due': partition, ':before': before },
    ProjectionExpression: 'gsi2sk',
  })
  for await (const { gsi2sk } of found) {
    const [, , id = '', ...rest] = String(gsi2sk).split('#')
    yield { workspace: WorkspaceKey.ofDueEntry(String(gsi2sk)), id, rest }
  }
}

function shelfOf(id: string): number {
  return Buffer.from(digest(id), 'base64url').readUInt8(0) % SHELVES
}
