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

/** The write that keeps a complaint in brief under its customer. It belongs into the transaction of the head. */
export function customerComplaintWrite(workspace: WorkspaceKey, head: Complaint): Write {
  const pk = customerHistory(workspace, head.customer.id)
  return { Put: { Item: { pk, sk: `Q#${head.receivedAt}#${head.id}`, ...customerComplaint(head) } } }
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
