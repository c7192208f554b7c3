import { nextContact } from '../people/next-contact.ts'
import type { CaredCustomer } from './cared-customer.ts'
import type { TierCare } from './tier-care.ts'

export type AttentionReason =
  | { kind: 'complaint'; count: number }
  | { kind: 'fell'; from: string; to: string }
  | { kind: 'lowNps'; nps: number }
  | { kind: 'overdue'; days: number }
  | { kind: 'neverContacted' }
  | { kind: 'ownerLevel'; level: number; needed: number }

export type TierPlace = { care: TierCare | undefined; high: boolean }

/** The highest answer of a detractor. */
const LOW_NPS = 6

/**
 * Why a person must look at a customer today, the weightiest first.
 *
 * Complaints and a low NPS count for high tiers alone. A customer who was never contacted is due wherever their tier
 * has a cadence.
 */
export function attentionReasons(customer: CaredCustomer, place: TierPlace, today: number): AttentionReason[] {
  const { lastContact, latestNps, openComplaints, ownerLevel, fellFrom, tier } = customer
  const { contactEvery, ownerLevel: needed } = place.care ?? {}
  const reasons: AttentionReason[] = []
  if (place.high && openComplaints > 0) reasons.push({ kind: 'complaint', count: openComplaints })
  if (fellFrom !== undefined) reasons.push({ kind: 'fell', from: fellFrom, to: tier })
  if (place.high && latestNps !== undefined && latestNps <= LOW_NPS) reasons.push({ kind: 'lowNps', nps: latestNps })
  if (contactEvery !== undefined) {
    const { daysOverdue: days } = nextContact(lastContact, contactEvery, today)
    if (lastContact === undefined) reasons.push({ kind: 'neverContacted' })
    else if (days > 0) reasons.push({ kind: 'overdue', days })
  }
  if (needed !== undefined && ownerLevel !== undefined && ownerLevel < needed) {
    reasons.push({ kind: 'ownerLevel', level: ownerLevel, needed })
  }
  return reasons
}
