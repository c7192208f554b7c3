import { object, string } from 'valibot'
import type { Complaint } from '../../core/complaint/complaint.ts'
import {
  type CustomerComplaint,
  customerComplaint,
  customerComplaintSchema,
} from '../../core/customer-page/customer-complaint.ts'
import { customerHistory } from './customer-history.ts'
import type { Table, Write } from './table.ts'
import { itemsIn, prefixed } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/**
 * The writes that keep a complaint in brief under its customer, and under whom it was thought to be of only that it was.
 * They belong into the transaction of the head.
 */
export function customerComplaintWrites(
  workspace: WorkspaceKey,
  before: Complaint | undefined,
  head: Complaint,
): Write[] {
  const key = ({ customer, receivedAt, id }: Complaint) => ({
    pk: customerHistory(workspace, customer.id),
    sk: `Q#${receivedAt}#${id}`,
  })
  return [
    ...(before?.customer.id && before.customer.id !== head.customer.id
      ? [{ Delete: { Key: key(before) } }, { Put: { Item: formerKey(workspace, before.customer.id, before.id) } }]
      : []),
    ...(head.customer.id ? [{ Put: { Item: { ...key(head), ...customerComplaint(head) } } }] : []),
  ]
}

/** All that the desk took in from a customer, the latest first. */
export async function customerComplaints(
  table: Table,
  workspace: WorkspaceKey,
  customerId: string,
): Promise<CustomerComplaint[]> {
  const found: CustomerComplaint[] = []
  const span = prefixed(customerHistory(workspace, customerId), 'Q#')
  for await (const complaint of itemsIn(table, customerComplaintSchema, span)) found.push(complaint)
  return found.reverse()
}

/** The complaints that were thought to be of a customer, as far as they have not been forgotten. */
export async function formerComplaints(table: Table, workspace: WorkspaceKey, customerId: string): Promise<string[]> {
  const ids: string[] = []
  const span = prefixed(customerHistory(workspace, customerId), 'F#')
  for await (const { sk } of itemsIn(table, object({ sk: string() }), span)) ids.push(sk.slice(2))
  return ids
}

/** The write that forgets that a complaint was thought to be of a customer. */
export function formerComplaintRemoval(workspace: WorkspaceKey, customerId: string, id: string): Write {
  return { Delete: { Key: formerKey(workspace, customerId, id) } }
}

function formerKey(workspace: WorkspaceKey, customerId: string, id: string) {
  return { pk: customerHistory(workspace, customerId), sk: `F#${id}` }
}
