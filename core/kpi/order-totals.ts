import { groupedSums } from '../maths/grouped-sums.ts'
import type { KpiOrders } from './kpi-orders.ts'
import type { DaySpan, KpiWindow } from './kpi-window.ts'

/** Customers with an order in so many days before a day are active then. */
const ACTIVE_DAYS = 90

/** What customers and their orders add up to over a span of days. */
export type SpanTotals = {
  /** Sum of the amounts, exact to four decimals, and the number of orders, a row each. */
  revenue: number
  orders: number
  /** Customers whose first order of all lies in it. */
  added: number
  /** Customers with an order in the 90 days up to its end. */
  active: number
  /** Customers who ordered in as many days of the period before, and those of them who ordered in this one too. */
  base: number
  retained: number
  /** Customers who ordered at any time before its end, and those of them who did so at least twice. */
  buyers: number
  repeaters: number
}

/** The totals of the window's days and of those before, of one group. */
export type GroupTotals = { now: SpanTotals; before: SpanTotals }

/**
 * Adds up a window for each group of customers, in one pass over the orders and one over the customers.
 *
 * @param groupOf The group of each customer, from 0.
 */
export function orderTotals(orders: KpiOrders, window: KpiWindow, groupOf: Int32Array, groups: number): GroupTotals[] {
  const now = spanTotals(orders, window, window.before, groupOf, groups)
  const before = spanTotals(orders, window.before, window.earlier, groupOf, groups)
  return now.map((totals, group) => ({ now: totals, before: before[group] as SpanTotals }))
}

const [EVER, TWICE, IN, IN_BEFORE, ACTIVE, OLDER] = [1, 2, 4, 8, 16, 32]

function spanTotals(
  { customers, customerOf, days, amounts }: KpiOrders,
  { from, until }: DaySpan,
  before: DaySpan,
  groupOf: Int32Array,
  groups: number,
): SpanTotals[] {
  const seen = new Uint8Array(customers)
  const revenue = groupedSums(groups)
  const orders = new Int32Array(groups)
  for (let row = 0; row < days.length; row++) {
    const day = days[row] as number
    if (day >= until) continue
    const customer = customerOf[row] as number
    let marks = seen[customer] as number
    marks |= marks & EVER ? TWICE : EVER
    if (day >= until - ACTIVE_DAYS) marks |= ACTIVE
    if (day >= from) {
      marks |= IN
      const group = groupOf[customer] as number
      revenue.add(group, amounts[row] as number)
      orders[group] = (orders[group] as number) + 1
    } else marks |= OLDER
    if (day >= before.from && day < before.until) marks |= IN_BEFORE
    seen[customer] = marks
  }
  const totals = Array.from({ length: groups }, (_, group) => emptyTotals(revenue.of(group), orders[group] as number))
  for (let customer = 0; customer < customers; customer++) {
    addCustomer(totals[groupOf[customer] as number] as SpanTotals, seen[customer] as number)
  }
  return totals
}

function emptyTotals(revenue: number, orders: number): SpanTotals {
  return { revenue, orders, added: 0, active: 0, base: 0, retained: 0, buyers: 0, repeaters: 0 }
}

function addCustomer(totals: SpanTotals, marks: number): void {
  if (!(marks & EVER)) return
  totals.buyers++
  if (marks & TWICE) totals.repeaters++
  if (marks & ACTIVE) totals.active++
  if (marks & IN && !(marks & OLDER)) totals.added++
  if (!(marks & IN_BEFORE)) return
  totals.base++
  if (marks & IN) totals.retained++
}
