import { zonedDay } from '../../core/calendar/zoned-time.ts'
import type { Complaint, ComplaintCustomer } from '../../core/complaint/complaint.ts'
import { complaintReceived } from '../../core/complaint/complaint-from-events.ts'
import type { ComplaintPolicy } from '../../core/complaint/complaint-policy.ts'
import { type Intake, receivedEvent } from '../../core/complaint/received-event.ts'
import { candidatesFor, handlerFor, type Routed } from '../../core/complaint/routing.ts'
import { newId } from '../secrets.ts'
import { complaintAt, complaintWrites } from '../store/complaint.ts'
import { loadOf } from '../store/complaint-handler.ts'
import { complaintNumbers } from '../store/complaint-number.ts'
import { getComplaintPolicy } from '../store/complaint-policy.ts'
import { messageWrites } from '../store/message.ts'
import { findResult, operationWrite } from '../store/operation.ts'
import type { Table } from '../store/table.ts'
import { transact } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { complaintCustomer, strangerCustomer } from './complaint-customer.ts'
import type { Doing } from './doing.ts'
import { messagesAbout } from './messages-about.ts'

/** What is told of a complaint; a customer by id, or nobody of the customer file where there is none. */
export type ToldComplaint = Omit<Intake, 'id' | 'number' | 'customer'> & { customerId?: string | undefined }

const TRIES = 50

/**
 * Takes a complaint in, exactly once per operation: number, first event, head and facts in one transaction. It is given
 * to whom it names, else to whom the routing does.
 *
 * @throws InputError `unknownCustomer`, `complaintAhead`, `operationReused`.
 */
export async function receiveComplaint(
  table: Table,
  workspace: WorkspaceKey,
  { customerId, ...told }: ToldComplaint,
  { by, now, operation }: Omit<Doing, 'doer'>,
): Promise<Complaint> {
  const pk = workspace.partition()
  const before = await findResult<{ complaintId: string }>(table, pk, operation)
  if (before) return complaintAt(table, workspace, before.result.complaintId, 1)
  const policy = await getComplaintPolicy(table, workspace)
  const customer = customerId
    ? await complaintCustomer(table, workspace, customerId)
    : strangerCustomer(told.contact?.name)
  const owner = told.owner ?? (await routedTo(table, workspace, policy, { ...told, customer }, now))
  const year = Number(zonedDay(Date.parse(told.receivedAt ?? now), policy.calendar.timeZone).slice(0, 4))
  const id = newId()
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const numbers = await complaintNumbers(table, workspace, year)
    const event = receivedEvent({ ...told, id, number: numbers.nth(1), customer, owner }, by, now, policy)
    const complaint = complaintReceived(event)
    const writes = [
      operationWrite(pk, operation, { complaintId: id }),
      numbers.take(1),
      ...complaintWrites(workspace, [event], complaint),
      ...messageWrites(workspace, id, event, messagesAbout(event, complaint, policy)),
    ]
    const refused = await transact(table, writes)
    if (!refused) return complaint
    const meanwhile =
      refused[0]?.Code === 'ConditionalCheckFailed' && (await findResult<{ complaintId: string }>(table, pk, operation))
    if (meanwhile) return complaintAt(table, workspace, meanwhile.result.complaintId, 1)
    await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(25 * attempt, 400)))
  }
  throw new Error('Every number that was tried had just been taken.')
}

type Unrouted = Omit<Routed, 'customerType' | 'customer'> & {
  customer: ComplaintCustomer
  customerType?: Routed['customerType'] | undefined
}

/** Whom the routing gives a complaint to, by what everybody has open at this moment. */
export async function routedTo(
  table: Table,
  workspace: WorkspaceKey,
  policy: ComplaintPolicy,
  { customerType = 'business', ...told }: Unrouted,
  now: string,
): Promise<string> {
  const routed = { ...told, customerType }
  const today = zonedDay(Date.parse(now), policy.calendar.timeZone)
  const candidates = candidatesFor(policy, routed, today)
  const loads = await Promise.all(
    candidates.map(async ({ name }) => [name, await loadOf(table, workspace, name)] as const),
  )
  return handlerFor(policy, routed, new Map(loads), today)
}
