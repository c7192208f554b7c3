import type { PeriodUnit, Weekday } from '../calendar/periods.ts'
import { customerRows } from './customer-rows.ts'
import { orderCustomers } from './order-customers.ts'
import { orderPeriods } from './order-periods.ts'
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
  const { periods, first: earliest, last } = orderPeriods(orders.days, unit, weekStart)
  const { customers, customerOf } = orderCustomers(orders.ids, orders.days, Infinity)
  const { rows, starts } = customerRows(customerOf, customers.length)
  const byPeriod = new Map<number, Cohort>()
  const cohortOf: Cohort[] = []
  /** For each period the customer who was last seen to order in it. */
  const seen = new Int32Array(Math.max(0, last - earliest + 1)).fill(-1)
  for (let customer = 0; customer < customers.length; customer++) {
    const from = starts[customer] as number
    const to = starts[customer + 1] as number
    let first = last
    for (let at = from; at < to; at++) {
      const period = periods[rows[at] as number] as number
      if (period < first) first = period
    }
    const cohort = cohortFrom(byPeriod, first, last)
    cohort.customers += 1
    cohortOf.push(cohort)
    for (let at = from; at < to; at++) {
      const period = periods[rows[at] as number] as number
      if (seen[period - earliest] === customer) continue
      seen[period - earliest] = customer
      cohort.active[period - first] = (cohort.active[period - first] as number) + 1
    }
  }
  if ('amounts' in orders) addAmounts(orders.amounts, periods, customerOf, cohortOf)
  return [...byPeriod.values()].sort((a, b) => a.period - b.period)
}

function cohortFrom(byPeriod: Map<number, Cohort>, period: number, last: number): Cohort {
  const known = byPeriod.get(period)
  if (known) return known
  const zeros = () => new Array<number>(last - period + 1).fill(0)
  const cohort = { period, customers: 0, active: zeros(), value: zeros() }
  byPeriod.set(period, cohort)
  return cohort
}

/** Adds each amount to its cohort's period, in the order of the rows. */
function addAmounts(
  amounts: readonly number[],
  periods: Int32Array,
  customerOf: Int32Array,
  cohortOf: readonly Cohort[],
): void {
  amounts.forEach((amount, row) => {
    const { period, value } = cohortOf[customerOf[row] as number] as Cohort
    const age = (periods[row] as number) - period
    value[age] = (value[age] as number) + amount
  })
}
