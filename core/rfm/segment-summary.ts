import { groupedSums } from '../maths/grouped-sums.ts'

export type SegmentSummary = {
  segment: string | number
  customers: number
  /** Share of all customers, 0 to 1. */
  share: number
  revenue: number
  /** Share of all revenue; undefined where all revenue is 0. */
  revenueShare: number | undefined
  /** Revenue by order where orders are given, else by customer; undefined where a segment has no orders. */
  average: number | undefined
}

/**
 * Size and revenue of each segment, in order of first appearance.
 *
 * @param segments One per customer; they are the same when they read the same.
 * @param amounts Revenue of each customer.
 * @param orders Number of orders of each customer.
 */
export function segmentSummary(
  segments: readonly (string | number)[],
  amounts: readonly number[],
  orders?: readonly number[],
): SegmentSummary[] {
  const totals = new Map<string, { segment: string | number; place: number; customers: number; orders: number }>()
  const sums = groupedSums(segments.length + 1)
  const everyone = segments.length
  segments.forEach((segment, i) => {
    const total = totals.get(String(segment)) ?? { segment, place: totals.size, customers: 0, orders: 0 }
    total.customers += 1
    total.orders += orders?.[i] ?? 0
    sums.add(total.place, amounts[i] as number)
    sums.add(everyone, amounts[i] as number)
    totals.set(String(segment), total)
  })
  return [...totals.values()].map(({ segment, place, customers, orders: placed }) => {
    const revenue = sums.of(place)
    return {
      segment,
      customers,
      share: customers / segments.length,
      revenue,
      revenueShare: quotient(revenue, sums.of(everyone)),
      average: orders ? quotient(revenue, placed) : revenue / customers,
    }
  })
}

function quotient(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole
}
