import { array, maxLength, object, optional, picklist, pipe, regex, string } from 'valibot'
import { type ComplaintState, complaintStates } from '../../core/complaint/complaint.ts'
import { complaintEventSchema } from '../../core/complaint/complaint-event.ts'
import { complaintFromEvents } from '../../core/complaint/complaint-from-events.ts'
import { InputError } from '../../core/input-error.ts'
import { type Call, route } from '../request/route.ts'
import { complaintEvents } from '../store/complaint.ts'
import { changeComplaint, receiveComplaint } from '../store/complaint-change.ts'
import { complaintPage } from '../store/complaint-list.ts'
import { actBody, intakeBody } from './complaint-bodies.ts'
import { complaintReply, complaintReplySchema } from './complaint-reply.ts'
import { idSchema, inWorkspace } from './parameters.ts'

const tag = 'Complaints'
const complaintsPath = '/v1/workspaces/{workspaceId}/complaints'
const oneComplaint = object({ ...inWorkspace.entries, complaintId: idSchema })

const listQuery = object({
  status: optional(picklist([...complaintStates, 'open', 'all']), 'open'),
  owner: optional(pipe(string(), maxLength(200))),
  after: optional(pipe(string(), maxLength(200))),
  limit: optional(pipe(string(), regex(/^([1-9]\d?|[1-4]\d\d|500)$/, 'limit')), '50'),
})

export const complaintRoutes = [
  route({
    operationId: 'createComplaint',
    summary: 'Take in a complaint, enquiry, suggestion or praise',
    description:
      "The customer's name, tier, owner and segment are kept as they are mirrored now. The reply has the number and, by tier and severity, the targets in business minutes (`response`, `resolution`) with the instants when they are due.",
    tag,
    method: 'post',
    path: complaintsPath,
    who: 'editor',
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
      'acknowledge, start, wait, resume, resolve, ask_feedback, close, reopen move it; note, reply, assign, change_severity leave its state. Every action may carry text, compensation, rootCause, correctiveAction; close and reopen also satisfaction (1 to 5). expectedVersion is the version that you saw: if there is a newer one, the answer is 409 `complaintStale`, and `error.details.changes` has the events since.',
    tag,
    method: 'post',
    path: `${complaintsPath}/{complaintId}/actions`,
    who: 'editor',
    writes: true,
    params: oneComplaint,
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
  route({
    operationId: 'getComplaint',
    summary: 'A complaint with its whole history',
    description: 'The complaint is what its history adds up to. Events are only ever added.',
    tag,
    method: 'get',
    path: `${complaintsPath}/{complaintId}`,
    who: 'viewer',
    writes: false,
    params: oneComplaint,
    reply: object({ ...complaintReplySchema.entries, history: array(complaintEventSchema) }),
    async handle({ backend, workspace, params }) {
      const history = await complaintEvents(backend, workspace, params.complaintId)
      if (!history.length) throw new InputError('notFound', undefined)
      return { ...complaintReply(complaintFromEvents(history), backend.now().toISOString()), history }
    },
  }),
  route({
    operationId: 'listComplaints',
    summary: 'Complaints, most overdue first',
    description:
      'Those without a running deadline (waiting for the customer, resolved) come last. `open` is everything that is not closed. `next`, where there is one, is `after` of the next page.',
    tag,
    method: 'get',
    path: complaintsPath,
    who: 'viewer',
    writes: false,
    params: inWorkspace,
    query: listQuery,
    reply: object({ asOf: string(), complaints: array(complaintReplySchema), next: optional(string()) }),
    async handle({ backend, workspace, query: { status, limit, ...selection } }) {
      const asOf = backend.now().toISOString()
      const page = await complaintPage(backend, workspace, {
        ...selection,
        states: statesOf(status),
        limit: Number(limit),
      })
      return { asOf, ...page, complaints: page.complaints.map((complaint) => complaintReply(complaint, asOf)) }
    },
  }),
]

function doing({
  person: { sub, name },
  backend,
  operation,
}: Pick<Call<'editor'>, 'person' | 'backend' | 'operation'>) {
  return { by: { sub, name }, now: backend.now().toISOString(), operation }
}

function statesOf(status: ComplaintState | 'open' | 'all'): readonly ComplaintState[] {
  if (status === 'all') return complaintStates
  return status === 'open' ? complaintStates.filter((state) => state !== 'closed') : [status]
}
