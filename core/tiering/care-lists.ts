import { type AttentionReason, attentionReasons } from './attention-reasons.ts'
import type { CaredCustomer } from './cared-customer.ts'
import type { TierCare } from './tier-care.ts'
import { tierPlaces } from './tier-places.ts'

export type Attention = { customerId: string; tier: string; urgency: number; reasons: AttentionReason[] }
export type CareLists = { attention: Attention[]; automatic: { customerId: string; tier: string }[] }

/** What a reason weighs in a customer's urgency; lateness adds up to 30 more. */
const WEIGHT: Record<AttentionReason['kind'], number> = {
  complaint: 40,
  fell: 30,
  lowNps: 25,
  overdue: 10,
  neverContacted: 10,
  ownerLevel: 5,
}
const MOST_LATENESS = 30

/**
 * Who needs a person now, and whom automation can serve.
 *
 * A customer's urgency is what their reasons weigh, times the height of their tier (1 for the lowest, counting up); one
 * cadence late adds 10, two 20, three or more 30. Equals stay in the order of rows. Automation can serve low tiers who
 * can be written to, have no open complaint and need nobody now.
 *
 * @param tierOrder Lowest first. Customers without a tier are on neither list.
 */
export function careLists(
  customers: readonly CaredCustomer[],
  tierOrder: readonly string[],
  care: readonly TierCare[],
  today: number,
): CareLists {
  const places = tierPlaces(tierOrder, care)
  const lists: CareLists = { attention: [], automatic: [] }
  for (const customer of customers) {
    const { customerId, tier } = customer
    const place = places.get(tier)
    if (!place) continue
    const reasons = attentionReasons(customer, place, today)
    if (reasons.length > 0) {
      const weight = reasons.reduce((sum, reason) => sum + weightOf(reason, place.care?.contactEvery), 0)
      lists.attention.push({ customerId, tier, urgency: weight * (place.rank + 1), reasons })
    } else if (place.low && customer.reachable && customer.openComplaints === 0) {
      lists.automatic.push({ customerId, tier })
    }
  }
  lists.attention.sort((a, b) => b.urgency - a.urgency)
  return lists
}

function weightOf(reason: AttentionReason, contactEvery: number | undefined): number {
  const late = reason.kind === 'overdue' ? (10 * reason.days) / Math.max(1, contactEvery ?? 1) : 0
  return WEIGHT[reason.kind] + Math.min(MOST_LATENESS, late)
}
