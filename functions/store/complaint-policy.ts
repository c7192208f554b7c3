import { type ComplaintPolicy, complaintPolicySchema, defaultPolicy } from '../../core/complaint/complaint-policy.ts'
import type { ItemKey, Table, Write } from './table.ts'
import { findItem } from './table.ts'
import { getWorkspace } from './workspace.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** `W#ws`, `COMPLAINTS`: targets and business hours; the default until somebody sets them. */
export async function getComplaintPolicy(table: Table, workspace: WorkspaceKey): Promise<ComplaintPolicy> {
  const own = await findItem(table, complaintPolicySchema, policyKey(workspace))
  return own ?? defaultPolicy((await getWorkspace(table, workspace)).timeZone)
}

/** The write that sets them. Complaints that came before keep the deadlines that they were given. */
export function complaintPolicyWrite(workspace: WorkspaceKey, policy: ComplaintPolicy): Write {
  return { Put: { Item: { ...policyKey(workspace), ...policy } } }
}

function policyKey(workspace: WorkspaceKey): ItemKey {
  return { pk: workspace.partition(), sk: 'COMPLAINTS' }
}
