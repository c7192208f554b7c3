import type { Complaint } from '../../core/complaint/complaint.ts'
import type { ComplaintPolicy } from '../../core/complaint/complaint-policy.ts'
import { sweptEvents } from '../../core/complaint/desk-events.ts'
import { transact, WRITES_AT_ONCE } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import type { DeskBackend } from './desk-backend.ts'
import { deskWrites } from './desk-writes.ts'

/**
 * Writes what time alone has brought to a complaint, in as many transactions as it takes: after a long pause there may be
 * more events and messages than one holds.
 *
 * @returns How many events it made. Where somebody was faster it stops: whatever is still due then is due in the next sweep.
 */
export async function tellDue(
  backend: DeskBackend,
  workspace: WorkspaceKey,
  policy: ComplaintPolicy,
  complaint: Complaint,
): Promise<number> {
  let told = 0
  for (let before = complaint; ; ) {
    const { events, complaint: after, writes } = dueAtOnce(backend, workspace, policy, before)
    if (events.length === 0 || (await transact(backend, writes))) return told
    told += events.length
    before = after
  }
}

/** What is due and its writes, of as many events as one transaction holds, but one at least. */
function dueAtOnce(backend: DeskBackend, workspace: WorkspaceKey, policy: ComplaintPolicy, before: Complaint) {
  const now = backend.now().toISOString()
  for (let most: number | undefined; ; ) {
    const due = sweptEvents(before, now, policy, most)
    const writes = deskWrites(backend, workspace, policy, { ...due, before })
    if (writes.length <= WRITES_AT_ONCE || due.events.length === 1) return { ...due, writes }
    most = Math.floor(due.events.length / 2)
  }
}
