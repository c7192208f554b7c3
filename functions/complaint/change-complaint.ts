import type { Act } from '../../core/complaint/acted-event.ts'
import type { Complaint } from '../../core/complaint/complaint.ts'
import { isEscalation } from '../../core/complaint/complaint-event.ts'
import { isWorkedOn } from '../../core/complaint/complaint-moves.ts'
import type { ComplaintPolicy } from '../../core/complaint/complaint-policy.ts'
import { checkRight } from '../../core/complaint/complaint-rights.ts'
import { actedEvents } from '../../core/complaint/desk-events.ts'
import { InputError } from '../../core/input-error.ts'
import { newId } from '../secrets.ts'
import { complaintAt, complaintEvents, complaintPartition, findComplaint } from '../store/complaint.ts'
import { getComplaintPolicy } from '../store/complaint-policy.ts'
import { once } from '../store/operation.ts'
import { type Table, WRITES_AT_ONCE } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { complaintCustomer, strangerCustomer } from './complaint-customer.ts'
import type { DeskBackend } from './desk-backend.ts'
import { deskWrites } from './desk-writes.ts'
import { type Doing, deskDoer } from './doing.ts'
import { routedTo } from './receive-complaint.ts'
import { tellDue } from './tell-due.ts'

/** An act as it is asked for: a customer by id. */
export type AskedAct = Omit<Act, 'customer'> & { customerId?: string | undefined }

/** More often than this nobody changes a complaint between reading and writing it. */
const TRIES = 5

/**
 * Does something to a complaint, exactly once per operation. What time brought meanwhile is told first, and is nothing
 * that an edit could be too old for.
 *
 * @param expectedVersion The version that the person saw.
 * @throws InputError `complaintStale` with the events since; `complaintMove` and its like; `notFound`, `operationReused`.
 */
export async function changeComplaint(
  backend: DeskBackend,
  workspace: WorkspaceKey,
  id: string,
  { customerId, ...asked }: AskedAct,
  expectedVersion: number,
  { by, now, operation, doer }: Doing,
): Promise<Complaint> {
  const policy = await getComplaintPolicy(backend, workspace)
  const customer = customerId === undefined ? undefined : await complaintCustomer(backend, workspace, customerId)
  const wanted: Act = { ...asked, ...(customer && { customer }) }
  const mark = newId()
  let done: Complaint | undefined
  const changed = () =>
    once(backend, complaintPartition(workspace, id), operation, async () => {
      const before = await unchanged(backend, workspace, id, expectedVersion)
      checkRight(policy.rights, before, wanted, deskDoer(policy, doer))
      const act = { ...wanted, ...(await broughtBy(backend, workspace, policy, before, wanted, now)) }
      const { events, complaint } = actedEvents(before, act, by, now, policy)
      const writes = deskWrites(backend, workspace, policy, { events, complaint, before })
      done = complaint
      // Nothing that a person wrote is kept with the operation.
      if (writes.length < WRITES_AT_ONCE) return { writes, result: { version: complaint.version, mark } }
      // More was due before it than is written at once, which is told first.
      await tellDue(backend, workspace, policy, before)
      throw new InputError('stale', undefined)
    })
  for (let attempt = 1; ; attempt++) {
    try {
      const first = await changed()
      return done && first.mark === mark ? done : await complaintAt(backend, workspace, id, first.version)
    } catch (error) {
      // Whether somebody edited it at the same moment, or only time passed, shows when it is read again.
      if (!(error instanceof InputError && error.code === 'stale') || attempt === TRIES) throw error
    }
  }
}

/**
 * What an act brings along: what is nobody's is routed by what is known of it now, and who is in no customer file is
 * called by their name.
 */
async function broughtBy(
  table: Table,
  workspace: WorkspaceKey,
  policy: ComplaintPolicy,
  before: Complaint,
  { action, owner, kind, category, severity, customer, contact }: Act,
  now: string,
): Promise<Partial<Act>> {
  const called = contact?.name && !customer && before.customer.id === '' && strangerCustomer(contact.name)
  const isRouted = (action === 'classify' || action === 'identify') && isWorkedOn(before.state)
  if (!isRouted || before.owner !== '' || owner !== undefined) return called ? { customer: called } : {}
  const known = {
    ...before,
    kind: kind ?? before.kind,
    category: category ?? before.category,
    severity: severity ?? before.severity,
    customer: customer ?? before.customer,
  }
  const handler = await routedTo(table, workspace, policy, known, now)
  return { ...(called && { customer: called }), ...(handler !== '' && { owner: handler }) }
}

/** The complaint, unless somebody changed it since a version. */
async function unchanged(table: Table, workspace: WorkspaceKey, id: string, expectedVersion: number) {
  const complaint = await findComplaint(table, workspace, id)
  if (!complaint) throw new InputError('notFound', undefined)
  const { number, version } = complaint
  if (version === expectedVersion) return complaint
  const changes = await complaintEvents(table, workspace, id, expectedVersion)
  const others = changes.filter((event) => !isEscalation(event))
  if (version > expectedVersion && others.length === 0) return complaint
  throw new InputError('complaintStale', { number, version, by: others[others.length - 1]?.by.name ?? '', changes })
}
