import { periodLabel, periodOf } from '../calendar/periods.ts'
import type { PricedOrders } from '../customers/orders.ts'

export type CustomerFacts = { id: string; tier: string; owner: string }

/** Revenue is that of the 365 days before `asOf`. */
export type Group = { name: string; customers: number; revenue: number }

export type CustomerKpis = {
  customers: number
  /** Customers with an order in the 90 days before `asOf`. */
  active: number
  /** Sum of the amounts of the 365 days before `asOf`, and of the 365 days before those. */
  revenue: number
  revenueBefore: number
  /** Customers with two or more orders among those with any, 0 to 1; undefined without orders. */
  repeatRate: number | undefined
  /** Most revenue first. */
  byTier: Group[]
  byOwner: Group[]
  /** The twelve calendar months up to the day before `asOf`, oldest first, months without orders included. */
  byMonth: { month: string; revenue: number; orders: number }[]
}

const ACTIVE_DAYS = 90
const YEAR_DAYS = 365
const MONTHS = 12

/**
 * What a manager wants to know of customers and their orders, as of a day.
 *
 * Orders of customers that the file does not know count in all but the groups.
 *
 * @param asOf Days since 1970-01-01; orders on that day or later are left out.
 */
export function customerKpis(file: readonly CustomerFacts[], orders: PricedOrders, asOf: number): CustomerKpis {
  const past = pastOrders(orders, asOf)
  const year = past.filter(({ day }) => day >= asOf - YEAR_DAYS)
  const before = past.filter(({ day }) => day < asOf - YEAR_DAYS && day >= asOf - 2 * YEAR_DAYS)
  const counts = sums(past, () => 1)
  const revenueOf = sums(year, ({ amount }) => amount)
  return {
    customers: file.length,
    active: new Set(past.filter(({ day }) => day >= asOf - ACTIVE_DAYS).map(({ id }) => id)).size,
    revenue: total(year),
    revenueBefore: total(before),
    repeatRate: counts.size === 0 ? undefined : [...counts.values()].filter((count) => count > 1).length / counts.size,
    byTier: groups(file, (customer) => customer.tier, revenueOf),
    byOwner: groups(file, (customer) => customer.owner, revenueOf),
    byMonth: months(past, asOf),
  }
}

type Order = { id: string; day: number; amount: number }

function pastOrders({ ids, days, amounts }: PricedOrders, asOf: number): Order[] {
  return ids
    .map((id, row) => ({ id: String(id), day: days[row] as number, amount: amounts[row] as number }))
    .filter(({ day }) => day < asOf)
}

function total(orders: readonly Order[]): number {
  return orders.reduce((sum, { amount }) => sum + amount, 0)
}

function sums(orders: readonly Order[], of: (order: Order) => number): Map<string, number> {
  const found = new Map<string, number>()
  for (const order of orders) found.set(order.id, (found.get(order.id) ?? 0) + of(order))
  return found
}

/** One group per name that occurs; of equal revenue in text order. */
function groups(
  file: readonly CustomerFacts[],
  nameOf: (customer: CustomerFacts) => string,
  revenueOf: Map<string, number>,
) {
  const found = new Map<string, Group>()
  for (const customer of file) {
    const name = nameOf(customer)
    const group = found.get(name) ?? { name, customers: 0, revenue: 0 }
    group.customers++
    group.revenue += revenueOf.get(customer.id) ?? 0
    found.set(name, group)
  }
  return [...found.values()].sort((a, b) => b.revenue - a.revenue || (a.name < b.name ? -1 : 1))
}

function months(orders: readonly Order[], asOf: number) {
  const last = periodOf(asOf - 1, 'MONTH')
  const found = Array.from({ length: MONTHS }, (_, index) => ({
    month: periodLabel(last - MONTHS + 1 + index, 'MONTH'),
    revenue: 0,
    orders: 0,
  }))
  for (const { day, amount } of orders) {
    const month = found[periodOf(day, 'MONTH') - last + MONTHS - 1]
    if (!month) continue
    month.revenue += amount
    month.orders++
  }
  return found
}
