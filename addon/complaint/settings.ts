import type { ComplaintPolicy } from '../../core/complaint/complaint-policy.ts'
import { me } from '../sheet/now.ts'
import { callApi, callApiAtOnce } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'
import { askMemberships, type Memberships, roleAmong } from '../workspace/own-role.ts'

/** How the complaint desk works, who asks, and whether they may change it. */
export type ComplaintSettings = {
  policy: ComplaintPolicy
  mayChange: boolean
  /** The person's e-mail address; blank where Google does not say. */
  email: string
}

/** What holds, for everyone; administrators of the workspace may change it. */
export function complaintSettings(): ComplaintSettings {
  const [policy, memberships] = callApiAtOnce<[ComplaintPolicy, Memberships]>([
    { method: 'get', path: path() },
    askMemberships,
  ])
  return { policy, mayChange: roleAmong(memberships) === 'admin', email: me() }
}

/** Saves all of it. @throws Refusal where somebody else saved since the policy's version; nothing is saved then. */
export function saveComplaintSettings(policy: ComplaintPolicy, operationId: string): ComplaintSettings {
  const saved = callApi<ComplaintPolicy>({ method: 'post', path: path(), body: policy, operationId })
  return { policy: saved, mayChange: true, email: me() }
}

function path(): string {
  return `/v1/workspaces/${requiredConnection().workspaceId}/complaint-policy`
}
