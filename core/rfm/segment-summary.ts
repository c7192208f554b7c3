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
  const totals = new Map<string, { segment: string | number; customers: number; revenue: number; orders: number }>()
  segments.forEach((segment, i) => {
    const total = totals.get(String(segment)) ?? { segment, customers: 0, revenue: 0, orders: 0 }
    total.customers += 1
    total.revenue += amounts[i] as number
    total.orders += orders?.[i] ?? 0
    totals.set(String(segment), total)
  })
  const all = amounts.reduce((sum, amount) => sum + amount, 0)
  return [...totals.values()].map(({ segment, customers, revenue, orders: placed }) => ({
    segment,
    customers,
    share: customers / segments.length,
    revenue,
    revenueShare: all === 0 ? undefined : revenue / all,
    average: orders ? quotient(revenue, placed) : revenue / customers,
  }))
}

function quotient(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole
}
