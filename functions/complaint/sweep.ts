import { findComplaint } from '../store/complaint.ts'
import { getComplaintPolicy } from '../store/complaint-policy.ts'
import { type DueEntry, dueEntries } from '../store/due.ts'
import { walled } from '../store/wall.ts'
import type { DeskBackend } from './desk-backend.ts'
import type { Mailer } from './mail.ts'
import { sendMessage } from './send-message.ts'
import { tellDue } from './tell-due.ts'

/**
 * What one sweep did: complaints and messages that were due, events that it made, e-mails that were refused for good, and
 * the names of what went wrong.
 */
export type Swept = { due: number; told: number; refused: number; failures: string[] }

/**
 * Does what was due up to now: escalations are told, what customers left unanswered is closed, messages are sent.
 *
 * Safe to run twice, at once or late: an event is written at the version that it was made for, so one of two sweeps makes
 * it, and what fails stays due for the next sweep. It reads what is due and nothing else.
 *
 * @param mailer Sends e-mails; without one they are marked as not sent.
 * @param isOver Asked before each: the rest is left to the next sweep.
 */
export async function sweep(
  backend: DeskBackend,
  { mailer, isOver = () => false }: { mailer?: Mailer; isOver?: () => boolean } = {},
): Promise<Swept> {
  const swept: Swept = { due: 0, told: 0, refused: 0, failures: [] }
  for await (const entry of dueEntries(backend, backend.now().toISOString())) {
    if (isOver()) return swept
    swept.due++
    const { backend: own } = walled(backend, { entrusted: entry.workspace.id })
    try {
      if (entry.message === undefined) swept.told += await sweepComplaint(own, entry)
      else if ((await sendMessage(own, mailer, entry)) === 'refused') swept.refused++
    } catch (error) {
      swept.failures.push((error as Error).name)
    }
  }
  return swept
}

/** @returns How many events it made. */
async function sweepComplaint(backend: DeskBackend, { workspace, id }: DueEntry): Promise<number> {
  const [before, policy] = await Promise.all([
    findComplaint(backend, workspace, id),
    getComplaintPolicy(backend, workspace),
  ])
  return before ? tellDue(backend, workspace, policy, before) : 0
}
