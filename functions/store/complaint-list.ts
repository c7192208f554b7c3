import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { parse } from 'valibot'
import { type Complaint, type ComplaintState, complaintSchema } from '../../core/complaint/complaint.ts'
import { statusPartition, statusSortKey } from './complaint.ts'
import { replyFilling } from './reply-size.ts'
import type { Table } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

export type ComplaintSelection = {
  states: readonly ComplaintState[]
  /** What else has to hold; everything does where absent. */
  holds?: ((complaint: Complaint) => boolean) | undefined
  /** Where the page before ended. */
  after?: string | undefined
  limit: number
}

/** What one call reads of each state at once where not all of it is shown, and of all states at the most. */
const READ_AT_ONCE = 200
const MOST_READ = 3000

/**
 * A page of complaints, most overdue first, those without a running deadline last.
 *
 * A call looks through 3,000 complaints at the most, and gives no more than fit into a reply, so that a page may be short,
 * or empty, and have a `next` all the same.
 *
 * @returns `next` continues; it is absent on the last page.
 */
export async function complaintPage(table: Table, workspace: WorkspaceKey, selection: ComplaintSelection) {
  const { states, holds = () => true, limit } = selection
  const found: Complaint[] = []
  let after = selection.after ?? '!'
  for (let read = 0; ; ) {
    const atOnce = selection.holds ? READ_AT_ONCE : limit + 1
    const lists = await Promise.all(states.map((state) => listed(table, workspace, state, { after, limit: atOnce })))
    read += lists.reduce((sum, { complaints }) => sum + complaints.length, 0)
    // Beyond the first list that has more to come nothing is known to be complete.
    const end = lists.flatMap(({ end }) => end ?? []).sort()[0]
    const complete = lists
      .flatMap(({ complaints }) => complaints)
      .filter((complaint) => (end === undefined || statusSortKey(complaint) <= end) && holds(complaint))
    found.push(...complete.sort((a, b) => (statusSortKey(a) < statusSortKey(b) ? -1 : 1)))
    const complaints = fitting(found, limit)
    if (found.length > complaints.length) {
      return { complaints, next: statusSortKey(complaints[complaints.length - 1] as Complaint) }
    }
    if (end === undefined) return { complaints: found }
    if (read >= MOST_READ) return { complaints: found, next: end }
    after = end
  }
}

/** The first ones, up to `limit` of them or as many as a reply takes. */
function fitting(complaints: Complaint[], limit: number): Complaint[] {
  const fills = replyFilling()
  const full = complaints.findIndex((complaint, i) => fills(complaint) || i + 1 === limit)
  return full < 0 ? complaints : complaints.slice(0, full + 1)
}

/** What follows in one state, and the last place read where there is more. */
async function listed(
  { db, table }: Table,
  workspace: WorkspaceKey,
  state: ComplaintState,
  { after, limit }: { after: string; limit: number },
): Promise<{ complaints: Complaint[]; end?: string | undefined }> {
  const page = await db.send(
    new QueryCommand({
      TableName: table,
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :status AND gsi1sk > :after',
      ExpressionAttributeValues: { ':status': statusPartition(workspace, state), ':after': after },
      Limit: limit,
    }),
  )
  const complaints = (page.Items ?? []).map((item) => parse(complaintSchema, item))
  return { complaints, end: page.LastEvaluatedKey?.gsi1sk as string | undefined }
}
