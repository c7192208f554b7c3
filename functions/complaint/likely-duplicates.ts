import type { Complaint } from '../../core/complaint/complaint.ts'
import { isRecent, likelyDuplicates as likely, type ToldAgain } from '../../core/complaint/likely-duplicates.ts'
import { findComplaint } from '../store/complaint.ts'
import { customerComplaints } from '../store/customer-complaints.ts'
import type { Table } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

/** So many of one customer are compared, the latest. */
const MOST_COMPARED = 50
const MOST_SHOWN = 5

/** What a customer may have told already, of what is open or came in during the last 30 days; the likeliest first. */
export async function likelyDuplicates(
  table: Table,
  workspace: WorkspaceKey,
  { customerId, ...told }: ToldAgain & { customerId: string },
  now: string,
): Promise<Complaint[]> {
  const all = await customerComplaints(table, workspace, customerId)
  const recent = all.filter((complaint) => isRecent(complaint, now)).slice(0, MOST_COMPARED)
  const heads = await Promise.all(recent.map(({ id }) => findComplaint(table, workspace, id)))
  const known = heads.filter((head) => head !== undefined)
  return likely(told, known, now)
    .slice(0, MOST_SHOWN)
    .map(({ complaint }) => complaint)
}
