import type { Complaint } from '../../core/complaint/complaint.ts'
import type { DatedEvent } from '../../core/tiering/dated-event.ts'
import { cellContext } from '../formulas/cell-context.ts'
import { callApi } from '../workspace/api.ts'
import { connection } from '../workspace/connection.ts'

/** Pages of 500 complaints that are asked for at most: a story must open in seconds. */
const PAGES = 10

/** `none` without a workspace, `away` where it could not be asked. */
export type ComplaintSource = 'desk' | 'none' | 'away'

type HeadOfComplaint = Pick<Complaint, 'number' | 'kind' | 'state' | 'receivedAt'> & { customer: { id: string } }

/** The complaints of some customers by customer, where this spreadsheet has a workspace. */
export function complaintEvents(ids: ReadonlySet<string>): {
  source: ComplaintSource
  events: Map<string, DatedEvent[]>
} {
  const events = new Map<string, DatedEvent[]>()
  const { source, heads } = complaintHeads('all')
  const { zone } = cellContext()
  for (const { number: name, kind, receivedAt, customer } of heads) {
    if (kind !== 'complaint' || !ids.has(customer.id)) continue
    const event: DatedEvent = { kind: 'complaint', day: zone.dayOf(Date.parse(receivedAt)), name }
    events.set(customer.id, [...(events.get(customer.id) ?? []), event])
  }
  return { source, events }
}

/** How many complaints each customer has open, where this spreadsheet has a workspace. */
export function openComplaintCounts(): { source: ComplaintSource; counts: Map<string, number> } {
  const counts = new Map<string, number>()
  const { source, heads } = complaintHeads('open')
  for (const { kind, customer } of heads) {
    if (kind === 'complaint') counts.set(customer.id, (counts.get(customer.id) ?? 0) + 1)
  }
  return { source, counts }
}

function complaintHeads(status: 'open' | 'all'): { source: ComplaintSource; heads: HeadOfComplaint[] } {
  const kept = connection()
  if (!kept) return { source: 'none', heads: [] }
  const heads: HeadOfComplaint[] = []
  try {
    let after: string | undefined = ''
    for (let page = 0; after !== undefined && page < PAGES; page++) {
      const query = `status=${status}&limit=500${after && `&after=${encodeURIComponent(after)}`}`
      const path = `/v1/workspaces/${kept.workspaceId}/complaints?${query}`
      const reply: { complaints: HeadOfComplaint[]; next?: string } = callApi({ method: 'get', path })
      heads.push(...reply.complaints)
      after = reply.next
    }
  } catch {
    return { source: 'away', heads: [] }
  }
  return { source: 'desk', heads }
}
