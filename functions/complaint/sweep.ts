import { sweptEvents } from '../../core/complaint/desk-events.ts'
import type { Backend } from '../backend.ts'
import { complaintWrites, findComplaint } from '../store/complaint.ts'
import { getComplaintPolicy } from '../store/complaint-policy.ts'
import { type DueEntry, dueEntries } from '../store/due.ts'
import { transact } from '../store/table.ts'

/** What one sweep did: complaints that were due, events that it made, and the names of what went wrong. */
export type Swept = { due: number; told: number; failures: string[] }

/**
 * Does what was due up to now: escalations are told, what customers left unanswered is closed.
 *
 * Safe to run twice, at once or late: an event is written at the version that it was made for, so one of two sweeps makes
 * it, and what fails stays due for the next sweep. It reads what is due and nothing else.
 *
 * @param isOver Asked before each complaint: the rest is left to the next sweep.
 */
export async function sweep(backend: Backend, isOver: () => boolean = () => false): Promise<Swept> {
  const swept: Swept = { due: 0, told: 0, failures: [] }
  for await (const entry of dueEntries(backend, backend.now().toISOString())) {
    if (isOver()) return swept
    swept.due++
    try {
      swept.told += await sweepComplaint(backend, entry)
    } catch (error) {
      swept.failures.push((error as Error).name)
    }
  }
  return swept
}

/** @returns How many events it made. */
async function sweepComplaint(backend: Backend, { workspace, id }: DueEntry): Promise<number> {
  const [before, policy] = await Promise.all([
    findComplaint(backend, workspace, id),
    getComplaintPolicy(backend, workspace),
  ])
  if (!before) return 0
  const { events, complaint } = sweptEvents(before, backend.now().toISOString(), policy)
  if (events.length === 0) return 0
  // Refused means that somebody was faster: whatever is still due then is due in the next sweep.
  const refused = await transact(backend, complaintWrites(workspace, events, complaint, before))
  return refused ? 0 : events.length
}
