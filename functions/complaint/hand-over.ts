import { InputError } from '../../core/input-error.ts'
import { digestOf } from '../secrets.ts'
import { findComplaint } from '../store/complaint.ts'
import { heldBy } from '../store/complaint-handler.ts'
import { getComplaintPolicy } from '../store/complaint-policy.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { changeComplaint } from './change-complaint.ts'
import type { DeskBackend } from './desk-backend.ts'
import type { Doing } from './doing.ts'
import { routedTo } from './receive-complaint.ts'

/** Whose complaints go to whom; by the routing where nobody is named. */
export type HandOver = { from: string; to?: string | undefined; text?: string | undefined; after?: string | undefined }

/** What one page did: to whom how many went, and where the next goes on. */
export type HandedOver = { given: { owner: string; n: number }[]; kept: number; next?: string }

/** A request is answered well within its time. */
const PAGE = 25

/**
 * Gives a page of what somebody has open to others. The same page again gives nothing twice: a complaint that has gone
 * over is no longer theirs, and each change is one operation of its own.
 *
 * What routing would give to the same person again stays (`kept`), as does what somebody changed at that moment.
 */
export async function handOver(
  backend: DeskBackend,
  workspace: WorkspaceKey,
  { from, to, text, after }: HandOver,
  doing: Doing,
): Promise<HandedOver> {
  const policy = await getComplaintPolicy(backend, workspace)
  const { ids, next } = await heldBy(backend, workspace, from, { after, limit: PAGE })
  const given = new Map<string, number>()
  let kept = 0
  for (const id of ids) {
    const complaint = await findComplaint(backend, workspace, id)
    if (!complaint || complaint.owner !== from) continue
    const owner = to ?? (await routedTo(backend, workspace, withoutPerson(policy, from), complaint, doing.now))
    if (owner === '' || owner === from) {
      kept++
      continue
    }
    const operation = { id: `${doing.operation.id}-${digestOf([id]).slice(0, 12)}`, digest: digestOf([from, owner]) }
    const act = { action: 'assign' as const, owner, ...(text && { text }) }
    try {
      await changeComplaint(backend, workspace, id, act, complaint.version, { ...doing, operation })
      given.set(owner, (given.get(owner) ?? 0) + 1)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      kept++
    }
  }
  return { given: [...given].map(([owner, n]) => ({ owner, n })), kept, ...(next !== undefined && { next }) }
}

/** The desk as if somebody were away for good. */
function withoutPerson<T extends { people: { name: string }[] }>(policy: T, name: string): T {
  return { ...policy, people: policy.people.filter((person) => person.name !== name) }
}
