import { array, maxLength, object, optional, picklist, pipe, regex, string } from 'valibot'
import { daySchema } from '../../core/calendar/day-schema.ts'
import { daysAfter } from '../../core/calendar/iso-day.ts'
import { firstInstantOf } from '../../core/calendar/zoned-time.ts'
import {
  type Complaint,
  type ComplaintState,
  complaintKinds,
  complaintStates,
  severities,
} from '../../core/complaint/complaint.ts'
import { type ComplaintEvent, complaintEventSchema } from '../../core/complaint/complaint-event.ts'
import { type ComplaintFilter, isLookedFor } from '../../core/complaint/complaint-filter.ts'
import { complaintFromEvents } from '../../core/complaint/complaint-from-events.ts'
import type { ComplaintPolicy } from '../../core/complaint/complaint-policy.ts'
import { type Doer, mayDo } from '../../core/complaint/complaint-rights.ts'
import { InputError } from '../../core/input-error.ts'
import { deskDoer } from '../complaint/doing.ts'
import { feedbackAddress } from '../complaint/feedback-link.ts'
import { cursorText, placeAt } from '../request/cursor.ts'
import { route } from '../request/route.ts'
import { complaintEvents } from '../store/complaint.ts'
import { complaintPage } from '../store/complaint-list.ts'
import { getComplaintPolicy } from '../store/complaint-policy.ts'
import { messageSchema, messagesOf } from '../store/message.ts'
import { complaintReply, complaintReplySchema } from './complaint-reply.ts'
import { idSchema, inWorkspace } from './parameters.ts'

const tag = 'Complaints'

/** Whoever asks, as the owner. */
const ME = '@me'
const complaintsPath = '/v1/workspaces/{workspaceId}/complaints'
const oneComplaint = object({ ...inWorkspace.entries, complaintId: idSchema })

const wordSchema = pipe(string(), maxLength(200))

const listQuery = object({
  status: optional(picklist([...complaintStates, 'open', 'all']), 'open'),
  /** A name, or `@me` for what the caller has. */
  owner: optional(wordSchema),
  kind: optional(picklist(complaintKinds)),
  severity: optional(picklist(severities)),
  tier: optional(wordSchema),
  segment: optional(wordSchema),
  category: optional(wordSchema),
  channel: optional(wordSchema),
  customerId: optional(wordSchema),
  from: optional(daySchema),
  to: optional(daySchema),
  due: optional(picklist(['at_risk', 'breached'])),
  search: optional(wordSchema),
  after: optional(pipe(string(), maxLength(300))),
  limit: optional(pipe(string(), regex(/^([1-9]\d?|[1-4]\d\d|500)$/, 'limit')), '50'),
})

export const complaintRoutes = [
  route({
    operationId: 'getComplaint',
    summary: 'A complaint with its whole history',
    description:
      'The complaint is what its history adds up to. Events are only ever added. `actions` are the steps that its state and the rights of the caller allow. Editors are also told the `messages` that people were written because of it, `{link}` in them standing for `feedbackLink`, and that address while the customer is asked.',
    tag,
    method: 'get',
    path: `${complaintsPath}/{complaintId}`,
    writes: false,
    params: oneComplaint,
    reply: object({
      asOf: string(),
      ...complaintReplySchema.entries,
      history: array(complaintEventSchema),
      messages: array(messageSchema),
      feedbackLink: optional(string()),
    }),
    async handle({ backend, workspace, params: { complaintId }, person, role }) {
      const isEditor = role !== 'viewer'
      const [history, messages, policy] = await Promise.all([
        complaintEvents(backend, workspace, complaintId),
        isEditor ? messagesOf(backend, workspace, complaintId) : [],
        getComplaintPolicy(backend, workspace),
      ])
      if (!history.length) throw new InputError('notFound', undefined)
      const complaint = complaintFromEvents(history)
      const asOf = backend.now().toISOString()
      const doer = deskDoer(policy, { role, ...person })
      const asked = isEditor && complaint.state === 'feedback' && askedAt(history)
      return {
        asOf,
        ...replyTo(doer, policy, complaint, asOf),
        history,
        messages,
        ...(asked && { feedbackLink: feedbackAddress(backend, workspace, complaintId, asked) }),
      }
    },
  }),
  route({
    operationId: 'listComplaints',
    summary: 'Complaints, most overdue first',
    description:
      'Those without a running deadline (waiting for the customer, resolved) come last. `open` is everything that is not closed. `owner=@me` are those of the names that the policy knows the caller by; `due` is `at_risk` where a clock that runs is nearly used, whatever else was missed, and `breached` where a target was missed; `actions` are the steps that the caller may take; `from` and `to` are days of reception, both counted in; `search` are words that all occur in number, customer, contact, category or description. A call looks through 3,000 at the most, and no more than fit into a reply are given: a page may be short and have a `next`, which is `after` of the next page.',
    tag,
    method: 'get',
    path: complaintsPath,
    writes: false,
    params: inWorkspace,
    query: listQuery,
    reply: object({ asOf: string(), complaints: array(complaintReplySchema), next: optional(string()) }),
    async handle(call) {
      const { backend, workspace, query, person, role } = call
      const { status, limit, after: place, owner, from, to, ...same } = query
      const asOf = backend.now().toISOString()
      const after = placeAt(call, string(), place)
      const policy = await getComplaintPolicy(backend, workspace)
      const { timeZone } = policy.calendar
      const doer = deskDoer(policy, { role, ...person })
      const filter: ComplaintFilter = {
        ...same,
        ...(owner !== undefined && { owners: owner === ME ? doer.names : [owner] }),
        ...(from !== undefined && { from: firstInstantOf(from, timeZone) }),
        ...(to !== undefined && { until: firstInstantOf(daysAfter(to, 1), timeZone) }),
      }
      const isFiltered = Object.values(filter).some((value) => value !== undefined)
      const holds = isFiltered ? (complaint: Complaint) => isLookedFor(complaint, filter, asOf) : undefined
      const selection = { after, holds, states: statesOf(status), limit: Number(limit) }
      const { complaints, next } = await complaintPage(backend, workspace, selection)
      return {
        asOf,
        complaints: complaints.map((complaint) => replyTo(doer, policy, complaint, asOf)),
        ...(next && { next: cursorText(call, next) }),
      }
    },
  }),
]

/** A complaint with the steps that are somebody's to take. */
function replyTo(doer: Doer, { rights }: ComplaintPolicy, complaint: Complaint, now: string) {
  const reply = complaintReply(complaint, now)
  return { ...reply, actions: reply.actions.filter((action) => mayDo(rights, complaint, action, doer)) }
}

/** The version of the event that asked the customer last. */
function askedAt(history: readonly ComplaintEvent[]): number | undefined {
  return history.filter(({ action }) => action === 'ask_feedback').pop()?.version
}

function statesOf(status: ComplaintState | 'open' | 'all'): readonly ComplaintState[] {
  if (status === 'all') return complaintStates
  return status === 'open' ? complaintStates.filter((state) => state !== 'closed') : [status]
}
