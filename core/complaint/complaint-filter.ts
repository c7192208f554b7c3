import type { Complaint, ComplaintKind, Instant, Severity } from './complaint.ts'
import { complaintStatus, isAtRisk } from './complaint-status.ts'

/** What is looked for; what is left out holds for all. */
export type ComplaintFilter = {
  kind?: ComplaintKind | undefined
  severity?: Severity | undefined
  /** Any of these names. */
  owners?: readonly string[] | undefined
  tier?: string | undefined
  segment?: string | undefined
  category?: string | undefined
  channel?: string | undefined
  customerId?: string | undefined
  /** Instants between which it was received. */
  from?: Instant | undefined
  until?: Instant | undefined
  /** Whether a clock that runs is nearly used, or any target was missed. */
  due?: 'at_risk' | 'breached' | undefined
  /** Words that all occur in its number, customer, description, category or reference, capitals or not. */
  search?: string | undefined
}

/** Whether a complaint is looked for, as it stands at an instant. */
export function isLookedFor(complaint: Complaint, filter: ComplaintFilter, now: Instant): boolean {
  const { kind, severity, owner, category, channel, customer, receivedAt } = complaint
  const { owners, from = '', until, due, search = '' } = filter
  const isSame = <T>(wanted: T | undefined, is: T) => wanted === undefined || wanted === is
  return (
    isSame(filter.kind, kind) &&
    isSame(filter.severity, severity) &&
    isSame(filter.category, category) &&
    isSame(filter.channel, channel) &&
    isSame(filter.tier, customer.tier) &&
    isSame(filter.segment, customer.segment) &&
    isSame(filter.customerId, customer.id) &&
    (owners === undefined || owners.includes(owner)) &&
    receivedAt >= from &&
    (until === undefined || receivedAt < until) &&
    (due !== 'at_risk' || isAtRisk(complaint, now)) &&
    (due !== 'breached' || complaintStatus(complaint, now) === due) &&
    holdsWords(complaint, search)
  )
}

function holdsWords(
  { number, reference, customer, category, description, contact }: Complaint,
  search: string,
): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const texts = [number, reference, customer.id, customer.name, contact?.name, contact?.email, contact?.phone, category]
  const text = [...texts, description].join('\n').toLowerCase()
  return words.every((word) => text.includes(word))
}
