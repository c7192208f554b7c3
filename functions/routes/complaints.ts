import { array, maxLength, object, optional, picklist, pipe, regex, string } from 'valibot'
import { type ComplaintState, complaintStates } from '../../core/complaint/complaint.ts'
import { complaintEventSchema } from '../../core/complaint/complaint-event.ts'
import { complaintFromEvents } from '../../core/complaint/complaint-from-events.ts'
import { InputError } from '../../core/input-error.ts'
import { cursorText, placeAt } from '../request/cursor.ts'
import { route } from '../request/route.ts'
import { complaintEvents } from '../store/complaint.ts'
import { complaintPage } from '../store/complaint-list.ts'
import { complaintReply, complaintReplySchema } from './complaint-reply.ts'
import { idSchema, inWorkspace } from './parameters.ts'

const tag = 'Complaints'
const complaintsPath = '/v1/workspaces/{workspaceId}/complaints'
const oneComplaint = object({ ...inWorkspace.entries, complaintId: idSchema })

const listQuery = object({
  status: optional(picklist([...complaintStates, 'open', 'all']), 'open'),
  owner: optional(pipe(string(), maxLength(200))),
  after: optional(pipe(string(), maxLength(300))),
  limit: optional(pipe(string(), regex(/^([1-9]\d?|[1-4]\d\d|500)$/, 'limit')), '50'),
})

export const complaintRoutes = [
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
    async handle(call) {
      const { backend, workspace, query } = call
      const { status, limit, owner } = query
      const asOf = backend.now().toISOString()
      const after = placeAt(call, string(), query.after)
      const selection = { owner, after, states: statesOf(status), limit: Number(limit) }
      const { complaints, next } = await complaintPage(backend, workspace, selection)
      return {
        asOf,
        complaints: complaints.map((complaint) => complaintReply(complaint, asOf)),
        ...(next && { next: cursorText(call, next) }),
      }
    },
  }),
]

function statesOf(status: ComplaintState | 'open' | 'all'): readonly ComplaintState[] {
  if (status === 'all') return complaintStates
  return status === 'open' ? complaintStates.filter((state) => state !== 'closed') : [status]
}
