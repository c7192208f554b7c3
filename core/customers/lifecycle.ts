import { median } from '../maths/median.ts'
import { asOfDay } from './as-of-day.ts'
import { customerRows } from './customer-rows.ts'
import { orderCustomers } from './order-customers.ts'
import type { CustomerId, Orders } from './orders.ts'

type LifecycleStage = 'new' | 'active' | 'reactivated' | 'atRisk' | 'lost'

export type Lifecycle = {
  customer: CustomerId
  stage: LifecycleStage
  /** Days from the last order to `asOf`. */
  daysSince: number
  /** Number of order rows. */
  orders: number
  /** Median days between one day with orders and the next; undefined for a customer with one such day. */
  usualGap: number | undefined
}

export type LifecycleOptions = { asOf?: number | undefined; activeDays?: number; lostDays?: number }

/**
 * The stage of each customer, in order of first appearance.
 *
 * With d days since the last order and g since the first, the first that holds: lost d > lostDays; at risk
 * d > activeDays; reactivated where the gap before the last order is over lostDays; new g <= activeDays; else active.
 */
export function lifecycle(
  { ids, days }: Orders,
  { asOf, activeDays = 90, lostDays = 180 }: LifecycleOptions = {},
): Lifecycle[] {
  const until = asOfDay(days, asOf)
  const { customers, customerOf } = orderCustomers(ids, days, until)
  const { rows, starts } = customerRows(customerOf, customers.length)
  return customers.map((customer, i) => {
    const own = rows.subarray(starts[i], starts[i + 1])
    const ordered = distinctDays(own, days)
    const gaps = ordered.slice(1).map((day, k) => day - (ordered[k] as number))
    const daysSince = until - (ordered[ordered.length - 1] as number)
    const sinceFirst = until - (ordered[0] as number)
    const stage = stageOf(daysSince, sinceFirst, gaps[gaps.length - 1] ?? 0, activeDays, lostDays)
    return { customer, stage, daysSince, orders: own.length, usualGap: median(gaps) }
  })
}

/** The days of these rows, each once, earliest first. */
function distinctDays(rows: Int32Array, days: readonly number[]): number[] {
  const sorted = rows.map((row) => days[row] as number).sort()
  return Array.from(sorted).filter((day, i) => day !== sorted[i - 1])
}

function stageOf(
  daysSince: number,
  sinceFirst: number,
  lastGap: number,
  activeDays: number,
  lostDays: number,
): LifecycleStage {
  if (daysSince > lostDays) return 'lost'
  if (daysSince > activeDays) return 'atRisk'
  if (lastGap > lostDays) return 'reactivated'
  return sinceFirst <= activeDays ? 'new' : 'active'
}
