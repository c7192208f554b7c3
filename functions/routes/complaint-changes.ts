import { object } from 'valibot'
import { changeComplaint } from '../complaint/change-complaint.ts'
import { receiveComplaint } from '../complaint/receive-complaint.ts'
import { type Call, route } from '../request/route.ts'
import { actBody, intakeBody } from './complaint-bodies.ts'
import { complaintReply, complaintReplySchema } from './complaint-reply.ts'
import { idSchema, inWorkspace } from './parameters.ts'

const tag = 'Complaints'
const complaintsPath = '/v1/workspaces/{workspaceId}/complaints'

export const complaintChangeRoutes = [
  route({
    operationId: 'createComplaint',
    summary: 'Take in a complaint, enquiry, suggestion or praise',
    description:
      "The customer's name, tier, owner and segment are kept as they are mirrored now. The reply has the number and, by tier and severity, the targets in business minutes (`response`, `resolution`) with the instants when they are due.",
    tag,
    method: 'post',
    path: complaintsPath,
    writes: true,
    params: inWorkspace,
    body: intakeBody,
    reply: complaintReplySchema,
    status: 201,
    example: {
      body: {
        customerId: 'C-1001',
        kind: 'complaint',
        channel: 'hotline',
        category: 'Delivery',
        severity: 'high',
        description: 'The pallet arrived wet.',
        wantedOutcome: 'A new delivery by Friday',
      },
    },
    async handle({ body, workspace, ...call }) {
      const complaint = await receiveComplaint(call.backend, workspace, body, doing(call))
      return complaintReply(complaint, complaint.updatedAt)
    },
  }),
  route({
    operationId: 'actOnComplaint',
    summary: 'Move a complaint on, or add to it',
    description:
      'acknowledge, start, wait, resume, resolve, ask_feedback, close, reopen move it; note, reply, assign, change_severity, classify (kind, category, severity) and identify (customerId, contact, or both) leave its state; what nobody handles is given to whom the routing names once classify or identify says more of it. Every action may carry text, compensation, rootCause, correctiveAction; close and reopen also satisfaction (1 to 5). expectedVersion is the version that you saw: if somebody changed it since, the answer is 409 `complaintStale`, and `error.details.changes` has the events since; what the desk escalates by itself is no change. The policy says who may take which step and what has to be known before it is resolved.',
    tag,
    method: 'post',
    path: `${complaintsPath}/{complaintId}/actions`,
    writes: true,
    params: object({ ...inWorkspace.entries, complaintId: idSchema }),
    body: actBody,
    reply: complaintReplySchema,
    example: {
      body: {
        action: 'resolve',
        expectedVersion: 3,
        text: 'Sent a new pallet',
        compensation: 50,
        rootCause: 'Packing',
      },
    },
    errors: {
      409: '`complaintStale` with what changed since, or the Idempotency-Key came before with another request.',
    },
    async handle({ body, workspace, params, ...call }) {
      const { expectedVersion, ...act } = body
      const complaint = await changeComplaint(
        call.backend,
        workspace,
        params.complaintId,
        act,
        expectedVersion,
        doing(call),
      )
      return complaintReply(complaint, complaint.updatedAt)
    },
  }),
]

function doing({
  person: { sub, name, email },
  role,
  backend,
  operation,
}: Pick<Call<'editor'>, 'person' | 'role' | 'backend' | 'operation'>) {
  return { by: { sub, name }, now: backend.now().toISOString(), operation, doer: { role, email } }
}
