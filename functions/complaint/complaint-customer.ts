import type { ComplaintCustomer } from '../../core/complaint/complaint.ts'
import { InputError } from '../../core/input-error.ts'
import { findCustomers } from '../store/customer.ts'
import type { Table } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

/**
 * A customer as mirrored now.
 *
 * @throws InputError `unknownCustomer`.
 */
export async function complaintCustomer(
  table: Table,
  workspace: WorkspaceKey,
  customerId: string,
): Promise<ComplaintCustomer> {
  const found = (await findCustomers(table, workspace, [customerId])).get(customerId)
  if (!found) throw new InputError('unknownCustomer', { customerId })
  const { id, name = '', tier = '', owner = '', segment = '' } = found
  return { id, name, tier, owner, segment }
}

/** Somebody who is not in the customer file, by what they called themselves. */
export function strangerCustomer(name = ''): ComplaintCustomer {
  return { id: '', name, tier: '', owner: '', segment: '' }
}
