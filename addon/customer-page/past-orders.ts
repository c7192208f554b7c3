import { isoDay } from '../../core/calendar/iso-day.ts'
import { periodOf } from '../../core/calendar/periods.ts'
import { valuesByMonth } from '../../core/customer-page/values-by-month.ts'
import { findNumber } from '../formulas/reading/number.ts'
import { today } from '../sheet/now.ts'
import type { CustomerRows } from '../sheet/reading/customer-rows.ts'

export type CustomerOrders = {
  count: number
  total: number
  /** '' where no date can be read. */
  first: string
  last: string
  /** Orders whose date or amount cannot be read; they are counted, but not in the sums. */
  unread: number
  /** What was ordered in each of 24 months, oldest first; the last of them is `lastMonth`, in months since year 0. */
  months: number[]
  lastMonth: number
}

const MONTHS = 24

/** A customer's orders, added up. */
export function pastOrders({ rows, cell, days }: CustomerRows): CustomerOrders {
  const orders = rows.map((row) => ({ day: days.day(cell(row, 'orderDate')), amount: findNumber(cell(row, 'amount')) }))
  const read = orders.flatMap(({ day, amount }) => (day === undefined || amount === undefined ? [] : { day, amount }))
  const dated = orders.flatMap(({ day }) => day ?? []).sort((a, b) => a - b)
  const lastDay = dated[dated.length - 1]
  const lastMonth = shownMonth(lastDay)
  return {
    ...{ count: orders.length, unread: orders.length - read.length },
    total: read.reduce((sum, { amount }) => sum + amount, 0),
    ...{ first: isoDay(dated[0]), last: isoDay(lastDay) },
    ...{ months: valuesByMonth(read, lastMonth, MONTHS), lastMonth },
  }
}

/** This month; where all orders are older than what would be shown, that of the last order. */
function shownMonth(lastDay: number | undefined): number {
  const now = periodOf(today(), 'MONTH')
  if (lastDay === undefined) return now
  const last = periodOf(lastDay, 'MONTH')
  return last > now - MONTHS && last <= now ? now : last
}
