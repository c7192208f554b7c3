import { type Act, actedEvent } from '../../core/complaint/acted-event.ts'
import type { Complaint, ComplaintCustomer } from '../../core/complaint/complaint.ts'
import type { Actor } from '../../core/complaint/complaint-event.ts'
import { complaintAfter, complaintReceived } from '../../core/complaint/complaint-from-events.ts'
import { type Intake, receivedEvent } from '../../core/complaint/received-event.ts'
import { zonedDay } from '../../core/complaint/zoned-time.ts'
import { InputError } from '../../core/input-error.ts'
import { newId } from '../secrets.ts'
import { complaintEvents, complaintPartition, complaintWrites, findComplaint } from './complaint.ts'
import { nextComplaintNumber } from './complaint-number.ts'
import { getComplaintPolicy } from './complaint-policy.ts'
import { findCustomers } from './customer.ts'
import { findResult, type Operation, once, operationWrite } from './operation.ts'
import type { Table } from './table.ts'
import { transact } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** Who does something, when, and the client's operation that it is. */
export type Doing = {
  by: Actor
  now: string
  operation: Operation
}

const TRIES = 50

/**
 * Takes a complaint in, exactly once per operation: number, first event, head and facts in one transaction.
 *
 * @throws InputError `unknownCustomer`, `complaintAhead`, `operationReused`.
 */
export async function receiveComplaint(
  table: Table,
  workspace: WorkspaceKey,
  { customerId, ...told }: Omit<Intake, 'id' | 'number' | 'customer'> & { customerId: string },
  { by, now, operation }: Doing,
): Promise<Complaint> {
  const pk = workspace.partition()
  const before = await findResult<Complaint>(table, pk, operation)
  if (before) return before.result
  const policy = await getComplaintPolicy(table, workspace)
  const customer = await customerAsNow(table, workspace, customerId)
  const year = Number(zonedDay(Date.parse(told.receivedAt ?? now), policy.calendar.timeZone).slice(0, 4))
  const id = newId()
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const { number, write } = await nextComplaintNumber(table, workspace, year)
    const event = receivedEvent({ ...told, id, number, customer }, by, now, policy)
    const complaint = complaintReceived(event)
    const writes = [operationWrite(pk, operation, complaint), write, ...complaintWrites(workspace, event, complaint)]
    const refused = await transact(table, writes)
    if (!refused) return complaint
    const meanwhile =
      refused[0]?.Code === 'ConditionalCheckFailed' && (await findResult<Complaint>(table, pk, operation))
    if (meanwhile) return meanwhile.result
    await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(25 * attempt, 400)))
  }
  throw new Error('Every number that was tried had just been taken.')
}

/**
 * Does something to a complaint, exactly once per operation.
 *
 * @param expectedVersion The version that the person saw.
 * @throws InputError `complaintStale` with the events since; `complaintMove` and its like; `notFound`, `operationReused`.
 */
export async function changeComplaint(
  table: Table,
  workspace: WorkspaceKey,
  id: string,
  act: Act,
  expectedVersion: number,
  { by, now, operation }: Doing,
): Promise<Complaint> {
  const changed = once(table, complaintPartition(workspace, id), operation, async () => {
    const complaint = await findComplaint(table, workspace, id)
    if (!complaint) throw new InputError('notFound', undefined)
    if (complaint.version !== expectedVersion) throw new InputError('stale', undefined)
    const event = actedEvent(complaint, act, by, now, await getComplaintPolicy(table, workspace))
    const after = complaintAfter(complaint, event)
    return { writes: complaintWrites(workspace, event, after), result: after }
  })
  return changed.catch(async (error: unknown) => {
    const stale = error instanceof InputError && error.code === 'stale'
    throw stale ? await staleError(table, workspace, id, expectedVersion) : error
  })
}

async function staleError(table: Table, workspace: WorkspaceKey, id: string, expectedVersion: number) {
  const complaint = (await findComplaint(table, workspace, id)) as Complaint
  const changes = await complaintEvents(table, workspace, id, expectedVersion)
  const { number, version } = complaint
  return new InputError('complaintStale', { number, version, by: changes[changes.length - 1]?.by.name ?? '', changes })
}

async function customerAsNow(table: Table, workspace: WorkspaceKey, customerId: string): Promise<ComplaintCustomer> {
  const found = (await findCustomers(table, workspace, [customerId])).get(customerId)
  if (!found) throw new InputError('unknownCustomer', { customerId })
  const { id, name = '', tier = '', owner = '', segment = '' } = found
  return { id, name, tier, owner, segment }
}
