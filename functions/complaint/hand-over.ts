import type { ComplaintPolicy } from '../../core/complaint/complaint-policy.ts'
import { InputError } from '../../core/input-error.ts'
import { digestOf } from '../secrets.ts'
import { told } from '../store/audit-trail.ts'
import { complaintAt, complaintPartition, findComplaint } from '../store/complaint.ts'
import { heldBy } from '../store/complaint-handler.ts'
import { getComplaintPolicy } from '../store/complaint-policy.ts'
import { findResult, once } from '../store/operation.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { changeComplaint } from './change-complaint.ts'
import type { DeskBackend } from './desk-backend.ts'
import type { Doing } from './doing.ts'
import { routedTo } from './receive-complaint.ts'

/** Whose complaints go to whom: `from` is blank for those of nobody; by the routing where nobody is named. */
export type HandOver = { from: string; to?: string | undefined; text?: string | undefined; after?: string | undefined }

/** What one page did: to whom how many went, and where the next goes on. */
export type HandedOver = { given: { owner: string; n: number }[]; kept: number; next?: string }

/** A request is answered well within its time. */
const PAGE = 25

/**
 * Gives a page of what somebody has open to others. Which complaints a page has is kept with its operation, and each
 * change is one operation of its own: the same page again gives nothing twice and tells all that went.
 *
 * What routing would give to the same person again stays (`kept`), as does what somebody changed at that moment.
 */
export async function handOver(
  backend: DeskBackend,
  workspace: WorkspaceKey,
  { after, ...asked }: HandOver,
  doing: Doing,
): Promise<HandedOver> {
  const policy = await getComplaintPolicy(backend, workspace)
  const { ids, next } = await once(backend, workspace.partition(), doing.operation, async () => {
    const held = await heldBy(backend, workspace, asked.from, { after, limit: PAGE })
    const about = { complaints: held.ids, from: unaddressed(asked.from), to: unaddressed(asked.to ?? '') }
    const isAny = held.ids.length > 0
    const act = told({ backend, workspace, person: doing.by }, 'complaintsHandedOver', about)
    return { writes: [], result: held, told: isAny ? act : undefined }
  })
  const given = new Map<string, number>()
  let kept = 0
  for (const id of ids) {
    const owner = await handedTo(backend, workspace, { ...asked, id, policy }, doing)
    if (owner === undefined) kept++
    else given.set(owner, (given.get(owner) ?? 0) + 1)
  }
  return { given: [...given].map(([owner, n]) => ({ owner, n })), kept, ...(next !== undefined && { next }) }
}

/** @returns Whom a complaint went to by this page, now or before; undefined where it stays or is somebody else's by now. */
async function handedTo(
  backend: DeskBackend,
  workspace: WorkspaceKey,
  { id, from, to, text, policy }: HandOver & { id: string; policy: ComplaintPolicy },
  doing: Doing,
): Promise<string | undefined> {
  const operation = { id: `${doing.operation.id}#${digestOf([id]).slice(0, 12)}`, digest: digestOf([from, to ?? null]) }
  const complaint = await findComplaint(backend, workspace, id)
  if (complaint?.owner !== from) {
    const before = await findResult<{ version: number }>(backend, complaintPartition(workspace, id), operation)
    return before && (await complaintAt(backend, workspace, id, before.result.version)).owner
  }
  const owner = to ?? (await routedTo(backend, workspace, withoutPerson(policy, from), complaint, doing.now))
  if (owner === '' || owner === from) return undefined
  const act = { action: 'assign' as const, owner, ...(text && { text }) }
  try {
    return (await changeComplaint(backend, workspace, id, act, complaint.version, { ...doing, operation })).owner
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return undefined
  }
}

/** The desk as if somebody were away for good. */
function withoutPerson<T extends { people: { name: string }[] }>(policy: T, name: string): T {
  return { ...policy, people: policy.people.filter((person) => person.name !== name) }
}

/** A handler as the audit trail may name them, which keeps no addresses. */
function unaddressed(handler: string): string | undefined {
  return handler === '' || handler.includes('@') ? undefined : handler
}
