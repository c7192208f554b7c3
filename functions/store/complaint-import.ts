import { BatchGetCommand } from '@aws-sdk/lib-dynamodb'
import type { InferOutput } from 'valibot'
import { object, parse, string } from 'valibot'
import { complaintPartition } from './complaint.ts'
import type { ItemKey, Table, Write } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** `W#ws#Q#id`, `IMPORT`: that a complaint was imported, its number, and by which operation. */
const importMarkSchema = object({ id: string(), number: string(), operation: string() })
export type ImportMark = InferOutput<typeof importMarkSchema>

/** As many as one BatchGetItem takes. */
const READ_AT_ONCE = 100

/** The write that marks a complaint as imported, refused if it was before. It belongs into the transaction of the head. */
export function importMarkWrite(workspace: WorkspaceKey, mark: ImportMark): Write {
  return {
    Put: { Item: { ...markKey(workspace, mark.id), ...mark }, ConditionExpression: 'attribute_not_exists(pk)' },
  }
}

/** The marks of those complaints that were imported, by their ids. */
export async function importMarks(
  { db, table }: Table,
  workspace: WorkspaceKey,
  ids: readonly string[],
): Promise<Map<string, ImportMark>> {
  const found = new Map<string, ImportMark>()
  let left = [...new Set(ids)].map((id) => markKey(workspace, id))
  while (left.length > 0) {
    const Keys = left.slice(0, READ_AT_ONCE)
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys, ConsistentRead: true } } }),
    )
    for (const item of Responses?.[table] ?? []) {
      const mark = parse(importMarkSchema, item)
      found.set(mark.id, mark)
    }
    left = [...((UnprocessedKeys?.[table]?.Keys ?? []) as ItemKey[]), ...left.slice(READ_AT_ONCE)]
  }
  return found
}

function markKey(workspace: WorkspaceKey, id: string): ItemKey {
  return { pk: complaintPartition(workspace, id), sk: 'IMPORT' }
}
