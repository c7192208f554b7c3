import { array, boolean, maxLength, number, object, optional, picklist, pipe, regex, string } from 'valibot'
import { trailActs } from '../../core/audit-trail/trail-acts.ts'
import { daySchema } from '../../core/calendar/day-schema.ts'
import { zonedDay } from '../../core/calendar/zoned-time.ts'
import { cursorText, placeAt } from '../request/cursor.ts'
import { route } from '../request/route.ts'
import { customerMark, entriesBefore, type TrailEntry, trailEntrySchema } from '../store/audit-trail.ts'
import { getWorkspace } from '../store/workspace.ts'
import { trailFlaws, verifiedTrail } from '../trail/verified-trail.ts'
import { customerIdSchema } from './customers.ts'
import { inWorkspace } from './parameters.ts'

const tag = 'Audit trail'
const path = '/v1/workspaces/{workspaceId}/audit-trail'
const cursorSchema = optional(pipe(string(), maxLength(500)))

/** A page looks at so many entries at the most, however few of them are asked for. */
const LOOKED_AT = 1000
const VERIFIED_AT_ONCE = 500

const example = {
  seq: 2,
  at: '2026-03-10T08:00:00.000Z',
  who: { sub: '110169484474386276334', name: 'Li Na' },
  act: 'keyRevoked',
  about: { keyId: 'q1W0b5n3pF7Zs2d9C4x8Vt6yLkHjMgRaEuIoQwPzXcY' },
  before: 'n0B7s2Kq5hX9vD4mC1tJ8wR3yL6pF0aZgU2eI7oQbVk',
  seal: 'Zk3vT9aQmB1x0LrEn0B7s2Kq5hX9vD4mC1tJ8wR3yL6',
}

export const auditTrailRoutes = [
  route({
    operationId: 'listAuditTrail',
    summary: 'What was done in the workspace that people may have to answer for, the latest first',
    description:
      'Days are those of the workspace. A page can be empty though there are more: it looks at 1,000 entries at the most. Customers are named by a keyed mark, which `customerId` is looked up by.',
    tag,
    method: 'get',
    path,
    writes: false,
    params: inWorkspace,
    query: object({
      act: optional(picklist(trailActs)),
      /** Who did it, by their `sub`. */
      person: optional(pipe(string(), maxLength(300))),
      customerId: optional(customerIdSchema),
      from: optional(daySchema),
      to: optional(daySchema),
      limit: optional(pipe(string(), regex(/^([1-9]\d?|[1-4]\d\d|500)$/, 'limit')), '50'),
      cursor: cursorSchema,
    }),
    reply: object({ entries: array(trailEntrySchema), next: optional(string()) }),
    example: { reply: { entries: [example] } },
    async handle(call) {
      const { backend, workspace, query } = call
      const { timeZone } = await getWorkspace(backend, workspace)
      const mark = query.customerId && customerMark(backend.signingKey, workspace, query.customerId)
      const dayOf = ({ at }: TrailEntry) => zonedDay(Date.parse(at), timeZone)
      const isAsked = (entry: TrailEntry) =>
        (!query.act || entry.act === query.act) &&
        (!query.person || entry.who.sub === query.person) &&
        (!mark || entry.about.customer === mark) &&
        (!query.from || dayOf(entry) >= query.from) &&
        (!query.to || dayOf(entry) <= query.to)
      const isBeforeAll = (entry: TrailEntry) =>
        query.from !== undefined && entry.at !== '' && dayOf(entry) < query.from
      const before = placeAt(call, number(), query.cursor) ?? Number.POSITIVE_INFINITY
      const { entries, isLast } = await entriesBefore(backend, workspace, before, LOOKED_AT)
      const asked = entries.filter(isAsked)
      const page = asked.slice(0, Number(query.limit))
      const isMore = asked.length > page.length
      const last = isMore ? page.at(-1) : entries.at(-1)
      const isOver = !isMore && (isLast || entries.some(isBeforeAll))
      return { entries: page, ...(last && !isOver && { next: cursorText(call, last.seq) }) }
    },
  }),
  route({
    operationId: 'verifyAuditTrail',
    summary: 'Whether the audit trail is as it was written, up to 500 entries a call',
    description:
      'Names the first entry that was altered, removed or put in between, and an end that was cut off. `mark` is to be kept where nobody who runs the service can reach it, and sent as `knownSeq` and `knownSeal` the next time: so a trail that was made anew is seen as well.',
    tag,
    method: 'get',
    path: `${path}/verify`,
    writes: false,
    params: inWorkspace,
    query: object({
      knownSeq: optional(pipe(string(), regex(/^\d{1,12}$/, 'revision'))),
      knownSeal: optional(pipe(string(), maxLength(100))),
      cursor: cursorSchema,
    }),
    reply: object({
      /** By this call. */
      checked: number(),
      mark: object({ seq: number(), seal: string() }),
      isEnd: boolean(),
      flaw: optional(object({ seq: number(), what: picklist(trailFlaws) })),
      next: optional(string()),
    }),
    example: { reply: { checked: 2, mark: { seq: 2, seal: example.seal }, isEnd: true } },
    async handle(call) {
      const { backend, workspace, query } = call
      const from = placeAt(call, object({ seq: number(), seal: string() }), query.cursor) ?? { seq: 0, seal: '' }
      const { knownSeq: seq, knownSeal: seal } = query
      const known = seq === undefined || seal === undefined ? undefined : { seq: Number(seq), seal }
      const found = await verifiedTrail(backend, workspace, from, { limit: VERIFIED_AT_ONCE, known })
      return { ...found, ...(!found.isEnd && { next: cursorText(call, found.mark) }) }
    },
  }),
]
