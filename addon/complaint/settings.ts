import type { ComplaintPolicy } from '../../core/complaint/complaint-policy.ts'
import { callApi, callApiAtOnce } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'

/** How the complaint desk works, and whether the person may change it. */
export type ComplaintSettings = { policy: ComplaintPolicy; mayChange: boolean }

type Workspaces = { workspaces: { workspaceId: string; role: string }[] }

/** What holds, for everyone; administrators of the workspace may change it. */
export function complaintSettings(): ComplaintSettings {
  const { workspaceId } = requiredConnection()
  const [policy, { workspaces }] = callApiAtOnce<[ComplaintPolicy, Workspaces]>([
    { method: 'get', path: path() },
    { method: 'get', path: '/v1/workspaces' },
  ])
  const mayChange = workspaces.some((each) => each.workspaceId === workspaceId && each.role === 'admin')
  return { policy, mayChange }
}

/** Saves all of it. @throws Refusal where somebody else saved since the policy's version; nothing is saved then. */
export function saveComplaintSettings(policy: ComplaintPolicy, operationId: string): ComplaintSettings {
  const saved = callApi<ComplaintPolicy>({ method: 'post', path: path(), body: policy, operationId })
  return { policy: saved, mayChange: true }
}

function path(): string {
  return `/v1/workspaces/${requiredConnection().workspaceId}/complaint-policy`
}
