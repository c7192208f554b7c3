import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Complaint } from '../../core/complaint/complaint.ts'
import { digest } from '../secrets.ts'
import type { ItemKey, Table, Write } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/**
 * The writes that keep who has what: `W#ws#QO#hash(owner)`, `id` for every complaint that is not closed, those of nobody under ''. They are part of
 * the transaction of the head, and there are none where neither handler nor openness changes.
 */
export function handlerWrites(workspace: WorkspaceKey, before: Complaint | undefined, head: Complaint): Write[] {
  const had = before && isHeld(before) ? before.owner : undefined
  const has = isHeld(head) ? head.owner : undefined
  if (had === has) return []
  return [
    ...(had === undefined ? [] : [{ Delete: { Key: handledKey(workspace, had, head.id) } }]),
    ...(has === undefined ? [] : [{ Put: { Item: { ...handledKey(workspace, has, head.id) } } }]),
  ]
}

/** How many complaints somebody has that are not closed. */
export async function loadOf(table: Table, workspace: WorkspaceKey, owner: string): Promise<number> {
  let load = 0
  let start: Record<string, unknown> | undefined
  do {
    const page = await table.db.send(
      new QueryCommand({ ...handledBy(table, workspace, owner), Select: 'COUNT', ExclusiveStartKey: start }),
    )
    load += page.Count ?? 0
    start = page.LastEvaluatedKey
  } while (start)
  return load
}

/** A page of the ids of what somebody has that is not closed, ascending. @param after The last one seen. */
export async function heldBy(
  table: Table,
  workspace: WorkspaceKey,
  owner: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ ids: string[]; next?: string }> {
  const page = await table.db.send(
    new QueryCommand({
      ...handledBy(table, workspace, owner),
      Limit: limit,
      ExclusiveStartKey: after === undefined ? undefined : handledKey(workspace, owner, after),
    }),
  )
  const ids = (page.Items ?? []).map(({ sk }) => String(sk))
  const next = page.LastEvaluatedKey?.sk
  return { ids, ...(next !== undefined && { next: String(next) }) }
}

function handledBy({ table }: Table, workspace: WorkspaceKey, owner: string) {
  return {
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': handledKey(workspace, owner, '').pk },
  }
}

function handledKey(workspace: WorkspaceKey, owner: string, id: string): ItemKey {
  return { pk: workspace.partition('QO', digest(owner)), sk: id }
}

function isHeld({ state }: Complaint): boolean {
  return state !== 'closed'
}
