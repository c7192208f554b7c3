import { checkedPolicy, complaintPolicySchema } from '../../core/complaint/complaint-policy.ts'
import { route } from '../request/route.ts'
import { complaintPolicyWrite, getComplaintPolicy } from '../store/complaint-policy.ts'
import { once } from '../store/operation.ts'
import { inWorkspace } from './parameters.ts'

const tag = 'Complaints'
const path = '/v1/workspaces/{workspaceId}/complaint-policy'

export const complaintPolicyRoutes = [
  route({
    operationId: 'getComplaintPolicy',
    summary: 'Targets and business hours of the complaint desk',
    tag,
    method: 'get',
    path,
    who: 'viewer',
    writes: false,
    params: inWorkspace,
    reply: complaintPolicySchema,
    async handle({ backend, workspace }) {
      return getComplaintPolicy(backend, workspace)
    },
  }),
  route({
    operationId: 'setComplaintPolicy',
    summary: 'Set targets and business hours',
    description:
      'Rules are tried in order; the first whose kind, tier and severity fit gives the targets in business minutes. Deadlines that were given already stay.',
    tag,
    method: 'post',
    path,
    who: 'admin',
    writes: true,
    params: inWorkspace,
    body: complaintPolicySchema,
    reply: complaintPolicySchema,
    async handle({ backend, workspace, body, operation }) {
      return once(backend, workspace.partition(), operation, async () => ({
        writes: [complaintPolicyWrite(workspace, checkedPolicy(body))],
        result: body,
      }))
    },
  }),
]
