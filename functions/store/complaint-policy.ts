import { object, optional, string } from 'valibot'
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

/**
 * The write that sets them, refused unless they are still at the version before. Complaints that came before keep the
 * deadlines that they were given.
 */
export function complaintPolicyWrite(workspace: WorkspaceKey, policy: ComplaintPolicy, by: string): Write {
  const before = policy.version - 1
  return {
    Put: {
      Item: { ...policyKey(workspace), ...policy, by },
      ConditionExpression: before ? '#version = :before' : 'attribute_not_exists(pk)',
      ...(before && {
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':before': before },
      }),
    },
  }
}

/** Who set them last. */
export async function policySetter(table: Table, workspace: WorkspaceKey): Promise<string> {
  return (await findItem(table, object({ by: optional(string(), '') }), policyKey(workspace)))?.by ?? ''
}

function policyKey(workspace: WorkspaceKey): ItemKey {
  return { pk: workspace.partition(), sk: 'COMPLAINTS' }
}
