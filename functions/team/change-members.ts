import { InputError } from '../../core/input-error.ts'
import type { Backend } from '../backend.ts'
import { deskDoer } from '../complaint/doing.ts'
import type { Person } from '../identity.ts'
import { type Told, told } from '../store/audit-trail.ts'
import { loadOf } from '../store/complaint-handler.ts'
import { getComplaintPolicy } from '../store/complaint-policy.ts'
import {
  adminCheck,
  findMember,
  type Member,
  type MemberChange,
  memberChangeWrites,
  memberRemoval,
  members,
} from '../store/member.ts'
import { type Operation, once } from '../store/operation.ts'
import type { Write } from '../store/table.ts'
import { type Partition, PersonKey, WorkspaceKey } from '../store/workspace-key.ts'

/** How often what was read anew may have changed again before somebody is told so. */
const TRIES = 5

/** Gives a member another role, or other positions. @throws InputError `notFound`, `lastAdmin`. */
export function changedMember(
  backend: Backend,
  workspace: WorkspaceKey,
  { memberId, by, ...change }: MemberChange & { memberId: string; by: Person },
  operation: Operation,
): Promise<Member> {
  return tried(backend, workspace.partition(), operation, async () => {
    const before = await found(backend, workspace, memberId)
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as MemberChange
    const after: Member = { ...before, ...given } as Member
    const kept = after.role === 'admin' ? [] : await otherAdmin(backend, workspace, before)
    return {
      writes: [...memberChangeWrites(workspace, before, given), ...kept],
      result: after,
      told: told({ backend, workspace, person: by }, 'memberChanged', {
        member: memberId,
        ...{ role: before.role, positions: before.positions },
        ...{ newRole: after.role, newPositions: after.positions },
      }),
    }
  })
}

/**
 * Takes a member out of a workspace, who may do nothing in it from the next request on. What they made stays: what they
 * entered, the spreadsheets that they connected, the complaints that they handle.
 *
 * @returns How many open complaints are theirs, for somebody to be given.
 * @throws InputError `notFound`, `lastAdmin`.
 */
export function removedMember(
  backend: Backend,
  workspace: WorkspaceKey,
  { memberId, by }: { memberId: string; by: Person },
  operation: Operation,
) {
  return tried(backend, workspace.partition(), operation, async () => ({
    ...(await removal(backend, workspace, memberId)),
    told: told({ backend, workspace, person: by }, 'memberRemoved', { member: memberId }),
  }))
}

/**
 * The caller leaves, which their own corner records, so that the same request is answered the same afterwards.
 *
 * @throws InputError `notFound` where they don't belong to it, `lastAdmin`.
 */
export function leftWorkspace(backend: Backend, person: Person, workspaceId: string, operation: Operation) {
  return tried(backend, new PersonKey(person).partition(), operation, async () => {
    const member = await WorkspaceKey.ofMember(backend, person, workspaceId)
    if (!member) throw new InputError('notFound', undefined)
    const { workspace, membership } = member
    return {
      ...(await removal(backend, workspace, person.sub)),
      told: told({ backend, workspace, person }, 'memberLeft', { role: membership.role }),
    }
  })
}

async function removal(backend: Backend, workspace: WorkspaceKey, memberId: string) {
  const before = await found(backend, workspace, memberId)
  const writes = [...memberRemoval(workspace, before), ...(await otherAdmin(backend, workspace, before))]
  const openComplaints = await handledBy(backend, workspace, before)
  return { writes, result: { memberId, removed: true as const, openComplaints } }
}

async function found(backend: Backend, workspace: WorkspaceKey, memberId: string): Promise<Member> {
  const member = await findMember(backend, workspace, memberId)
  if (!member) throw new InputError('notFound', undefined)
  return member
}

/**
 * What holds the transaction to another admin, where the member is one: of two that go at once each holds the other, so
 * that one of them stays.
 */
async function otherAdmin(backend: Backend, workspace: WorkspaceKey, member: Member): Promise<Write[]> {
  if (member.role !== 'admin') return []
  const isOther = ({ role, sub }: Member) => role === 'admin' && sub !== member.sub
  const other = (await members(backend, workspace)).find(isOther)
  if (!other) throw new InputError('lastAdmin', undefined)
  return [adminCheck(workspace, other.sub)]
}

/** How many open complaints are somebody's, by any name that the desk knows them by. */
async function handledBy(backend: Backend, workspace: WorkspaceKey, { role, email, name }: Member): Promise<number> {
  const { names } = deskDoer(await getComplaintPolicy(backend, workspace), { role, email })
  const loads = [...new Set([...names, name])].map((owner) => loadOf(backend, workspace, owner))
  return (await Promise.all(loads)).reduce((sum, load) => sum + load, 0)
}

/** Does an operation once, on what it reads anew where somebody changed that meanwhile. */
async function tried<R>(
  backend: Backend,
  pk: Partition,
  operation: Operation,
  effect: () => Promise<{ writes: Write[]; result: R; told: Told }>,
): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(backend, pk, operation, effect)
    } catch (error) {
      const isStale = error instanceof InputError && error.code === 'stale'
      if (!isStale || attempt === TRIES) throw error
    }
  }
}
