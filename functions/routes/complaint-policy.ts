import { checkedPolicy, complaintPolicySchema } from '../../core/complaint/complaint-policy.ts'
import { InputError } from '../../core/input-error.ts'
import { route } from '../request/route.ts'
import { told } from '../store/audit-trail.ts'
import { complaintPolicyWrite, getComplaintPolicy, policySetter } from '../store/complaint-policy.ts'
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
      'Rules are tried in order; the first whose kind, tier and severity fit gives the targets in business minutes. Deadlines that were given already stay. `version` is the one that you saw; the reply has the next.',
    tag,
    method: 'post',
    path,
    writes: true,
    params: inWorkspace,
    body: complaintPolicySchema,
    reply: complaintPolicySchema,
    errors: { 409: 'Somebody set them since the version that was sent (`policyStale`).' },
    async handle(call) {
      const { backend, workspace, body, operation, person } = call
      const policy = { ...checkedPolicy(body), version: body.version + 1 }
      const set = once(backend, workspace.partition(), operation, async () => {
        const changed = changedParts(await getComplaintPolicy(backend, workspace), policy)
        return {
          writes: [complaintPolicyWrite(workspace, policy, person.name)],
          result: policy,
          told: told(call, 'complaintPolicySet', { version: policy.version, changed }),
        }
      })
      return set.catch(async (error: unknown) => {
        if (!(error instanceof InputError && error.code === 'stale')) throw error
        throw new InputError('policyStale', { by: await policySetter(backend, workspace) })
      })
    },
  }),
]

/** Which parts of the policy are others now, but for its version. What is in them may be personal. */
function changedParts(before: object, after: object): string[] {
  const text = (policy: object, name: string) => JSON.stringify((policy as Record<string, unknown>)[name])
  return Object.keys({ ...before, ...after }).filter((name) => {
    return name !== 'version' && text(before, name) !== text(after, name)
  })
}
