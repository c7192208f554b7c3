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
 * The writes that keep a complaint in brief under its customer, and no longer under whom it was thought to be of. They
 * belong into the transaction of the head.
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
    ...(before?.customer.id && before.customer.id !== head.customer.id ? [{ Delete: { Key: key(before) } }] : []),
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
