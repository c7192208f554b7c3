import { complaintFromEvents } from '../../core/complaint/complaint-from-events.ts'
import { complaintEvents, complaintPartition, complaintWrites, findComplaint } from '../store/complaint.ts'
import { otherMonthsRemoval } from '../store/complaint-fact.ts'
import { customerErasingWrites, erasedWordsWrite, eventParts, wordsAfter } from '../store/complaint-words.ts'
import { formerComplaintRemoval } from '../store/customer-complaints.ts'
import { escalationRemovals, messageRemovals } from '../store/message.ts'
import type { Table, Write } from '../store/table.ts'
import { transact } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

const AT_ONCE = 90
/** More often than this nobody changes a complaint meanwhile. */
const TRIES = 10

/**
 * Erases whom a complaint is of and all that people wrote about it: events, head, facts, messages, the customer's history.
 * What happened when, by whom of the desk, and what figures count stays. Safe to run again after it was killed: the
 * complaint is in its customer's history until all else is done.
 *
 * @param check What must hold for anything to go.
 */
export async function eraseComplaint(
  table: Table,
  workspace: WorkspaceKey,
  id: string,
  now: Date,
  check: Write,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const before = await findComplaint(table, workspace, id)
    if (!before) return
    const events = (await complaintEvents(table, workspace, id)).slice(0, before.version)
    const parts = events.map(eventParts)
    const pk = complaintPartition(workspace, id)
    const words = parts.flatMap(({ kept, words }) => (words ? [erasedWordsWrite(pk, kept.version)] : []))
    const messages = await messageRemovals(table, workspace, id)
    const after = complaintFromEvents(parts.map(({ kept: { words: _, ...event } }) => event as (typeof events)[number]))
    await all(table, [...words, ...messages, ...otherMonthsRemoval(workspace, after, now)], check)
    const refused = await transact(table, [...complaintWrites(workspace, [], after, before), check])
    if (!refused || refused.at(-1)?.Code === 'ConditionalCheckFailed') return
    if (attempt === TRIES) throw new Error('The complaint is changed all the time.')
  }
}

/**
 * Erases whom a complaint was thought to be of before it was another customer's: out of the words of its events, and of
 * what the desk's own were written. What people wrote of the complaint stays, and its events' digests still hold.
 */
export async function eraseFormerCustomer(
  table: Table,
  workspace: WorkspaceKey,
  id: string,
  customerId: string,
  check: Write,
): Promise<void> {
  const pk = complaintPartition(workspace, id)
  const words = await wordsAfter(table, pk, 0)
  const named = [...words].filter(([, { customer }]) => customer).map(([version]) => version)
  // Each by itself: what another run erased meanwhile is refused.
  for (const write of customerErasingWrites(pk, words, customerId)) await transact(table, [write, check])
  await all(table, await escalationRemovals(table, workspace, id, Math.max(0, ...named)), check)
  await transact(table, [formerComplaintRemoval(workspace, customerId, id), check])
}

async function all(table: Table, writes: Write[], check: Write): Promise<void> {
  for (let from = 0; from < writes.length; from += AT_ONCE) {
    await transact(table, [...writes.slice(from, from + AT_ONCE), check])
  }
}
