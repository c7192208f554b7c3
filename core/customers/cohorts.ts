import { type PeriodUnit, periodOf, type Weekday } from '../periods.ts'
import { orderCustomers } from './order-customers.ts'
import type { Orders, PricedOrders } from './orders.ts'

export type Cohort = {
  /** Number of the period of the first order, as of `periodOf`. */
  period: number
  customers: number
  /** One cell for each period since then that the orders reach, the first one 0 periods after. */
  active: number[]
  /** Sum of the amounts in each of these periods; zeros where no amounts are given. */
  value: number[]
}

/**
 * Customers by the period of their first order: how many ordered again in each period after, and for how much.
 *
 * Observation ends with the period of the last order of all, so later cohorts have fewer cells; a period within it in
 * which nobody ordered is 0. Periods in which nobody ordered first have no cohort.
 *
 * @returns Earliest cohort first.
 */
export function cohorts(orders: Orders | PricedOrders, unit: PeriodUnit = 'MONTH', weekStart: Weekday = 1): Cohort[] {
  const periods = orders.days.map((day) => periodOf(day, unit, weekStart))
  const lastPeriod = periods.reduce((last, period) => Math.max(last, period), -Infinity)
  const { customers, customerOf } = orderCustomers(orders.ids, orders.days, Infinity)
  const first = new Array<number>(customers.length).fill(Infinity)
  customerOf.forEach((customer, row) => {
    first[customer] = Math.min(first[customer] as number, periods[row] as number)
  })
  const byPeriod = newCohorts(first, lastPeriod)
  const ages = lastPeriod - first.reduce((least, period) => Math.min(least, period), lastPeriod) + 1
  const amounts = 'amounts' in orders ? orders.amounts : undefined
  const counted = new Set<number>()
  customerOf.forEach((customer, row) => {
    const cohort = byPeriod.get(first[customer] as number) as Cohort
    const age = (periods[row] as number) - cohort.period
    cohort.value[age] = (cohort.value[age] as number) + (amounts?.[row] ?? 0)
    const visit = customer * ages + age
    if (counted.has(visit)) return
    counted.add(visit)
    cohort.active[age] = (cohort.active[age] as number) + 1
  })
  return [...byPeriod.values()].sort((a, b) => a.period - b.period)
}

function newCohorts(first: readonly number[], lastPeriod: number): Map<number, Cohort> {
  const byPeriod = new Map<number, Cohort>()
  for (const period of first) {
    const cohort = byPeriod.get(period)
    if (cohort) cohort.customers += 1
    else {
      const zeros = () => new Array<number>(lastPeriod - period + 1).fill(0)
      byPeriod.set(period, { period, customers: 1, active: zeros(), value: zeros() })
    }
  }
  return byPeriod
}
