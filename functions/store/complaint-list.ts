import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { parse } from 'valibot'
import { type Complaint, type ComplaintState, complaintSchema } from '../../core/complaint/complaint.ts'
import { statusPartition, statusSortKey } from './complaint.ts'
import type { Table } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

export type ComplaintSelection = {
  states: readonly ComplaintState[]
  owner?: string | undefined
  /** Where the page before ended. */
  after?: string | undefined
  limit: number
}

/**
 * A page of complaints, most overdue first, those without a running deadline last.
 *
 * @returns `next` continues; it is absent on the last page.
 */
export async function complaintPage(table: Table, workspace: WorkspaceKey, selection: ComplaintSelection) {
  const { states, limit } = selection
  const lists = await Promise.all(states.map((state) => firstOfState(table, workspace, state, selection)))
  const found = lists.flat().sort((a, b) => (statusSortKey(a) < statusSortKey(b) ? -1 : 1))
  const complaints = found.slice(0, limit)
  const last = complaints[complaints.length - 1]
  return { complaints, ...(last && found.length > limit && { next: statusSortKey(last) }) }
}

/** One more than asked, so that it is known whether there are more. */
async function firstOfState(
  { db, table }: Table,
  workspace: WorkspaceKey,
  state: ComplaintState,
  { owner, after = '!', limit }: ComplaintSelection,
): Promise<Complaint[]> {
  const found: Complaint[] = []
  let start: Record<string, unknown> | undefined
  do {
    const page = await db.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :status AND gsi1sk > :after',
        ...(owner !== undefined && {
          FilterExpression: '#owner = :owner',
          ExpressionAttributeNames: { '#owner': 'owner' },
        }),
        ExpressionAttributeValues: {
          ':status': statusPartition(workspace, state),
          ':after': after,
          ...(owner !== undefined && { ':owner': owner }),
        },
        Limit: limit + 1,
        ExclusiveStartKey: start,
      }),
    )
    found.push(...(page.Items ?? []).map((item) => parse(complaintSchema, item)))
    start = page.LastEvaluatedKey
  } while (start && found.length <= limit)
  return found.slice(0, limit + 1)
}
