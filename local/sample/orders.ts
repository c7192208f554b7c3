import { calendarDay, serialDay } from '../../core/orders/serial-day.ts'
import type { Customer, Period } from './customers.ts'
import { type Random, random } from './random.ts'
import { season } from './season.ts'

const A_CUSTOMER = 8000 / 600

/** An order before it is put into words. Amounts in whole cents. */
export type Order = {
  id: string
  customer: Customer
  day: number
  amountCents: number
  listCents: number
  due: number
  /** undefined while unpaid. */
  paid: number | undefined
  product: number
}

/** A stretch of days in one month in which a customer may order, and how likely against the others. */
type Slot = { customer: Customer; first: number; last: number; weight: number }

const PRODUCTS = 12

/**
 * 8,000 orders where there are 600 customers. One-time buyers order once and all others at least twice;
 * the rest fall into customers' months in proportion to pace, habit and season.
 */
export function orders(seed: number, period: Period, customers: Customer[]): Order[] {
  const draw = random(seed, 'orders')
  const slots = new Map(customers.map((customer) => [customer, slotsOf(customer, period)]))
  const placed: [Customer, number][] = []
  for (const customer of customers) {
    placed.push([customer, customer.since])
    if (customer.habit !== 'once') placed.push([customer, dayIn(draw.pick(slots.get(customer)!), draw)])
  }
  const open = [...slots.values()].flat().filter((slot) => slot.customer.habit !== 'once')
  const choose = chooser(open, draw)
  while (placed.length < Math.round(A_CUSTOMER * customers.length)) {
    const slot = choose()
    placed.push([slot.customer, dayIn(slot, draw)])
  }
  placed.sort((a, b) => a[1] - b[1])
  return placed.map(([customer, day], index) => order(index, customer, day, period, draw))
}

function slotsOf(customer: Customer, period: Period): Slot[] {
  const slots: Slot[] = []
  const span = Math.max(120, period.last - customer.since)
  for (let first = customer.since; first <= period.last; ) {
    const { year, month } = calendarDay(first)
    const next = month === 12 ? serialDay(year + 1, 1, 1)! : serialDay(year, month + 1, 1)!
    const last = Math.min(next - 1, period.last)
    const middle = (first + last) / 2
    let weight = 0
    for (let day = first; day <= last; day++) weight += season(day)
    weight *= customer.pace * appetite(customer, (middle - customer.since) / span)
    if (weight > 0) slots.push({ customer, first, last, weight })
    first = next
  }
  return slots
}

/** How much of the usual a customer buys when `share` (0 to 1) of their time has passed. */
function appetite({ habit, pace }: Customer, share: number): number {
  switch (habit) {
    case 'growing':
      return 0.3 + 1.9 * share
    case 'declining':
      return 1.9 - 1.75 * share
    case 'lapsed':
      return share < 0.45 + 0.1 * Math.min(pace, 3) ? 2 : 0
    case 'returning':
      return share < 0.3 || share > 0.75 ? 1.6 : 0
    default:
      return 1
  }
}

/** A day of the slot; busier days are likelier. */
function dayIn(slot: Slot, draw: Random): number {
  const days = Array.from({ length: slot.last - slot.first + 1 }, (_, index) => slot.first + index)
  return days[draw.weighted(days.map(season))]!
}

/** Draws slots by their weight: binary search in the running sums. */
function chooser(slots: Slot[], draw: Random): () => Slot {
  let total = 0
  const sums = slots.map((slot) => {
    total += slot.weight
    return total
  })
  return () => {
    const at = draw.next() * total
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle]! > at) high = middle
      else low = middle + 1
    }
    return slots[low]!
  }
}

function order(index: number, customer: Customer, day: number, period: Period, draw: Random): Order {
  const median = customer.business ? 140_000 : 16_000
  const amount = median * customer.size * Math.exp((customer.business ? 0.75 : 0.6) * draw.normal())
  const amountCents = Math.max(500, Math.round(amount))
  const discount = draw.chance(0.45) ? draw.whole(2, customer.business ? 18 : 12) / 100 : 0
  const due = day + (customer.business ? 30 : 0)
  const paid = customer.business ? due + Math.round(9 * draw.normal() - 4) : day
  return {
    id: `SO-${100_001 + index}`,
    customer,
    day,
    amountCents,
    listCents: Math.round(amountCents / (1 - discount)),
    due,
    paid: Math.max(paid, day) <= period.last && draw.chance(0.992) ? Math.max(paid, day) : undefined,
    product: draw.whole(0, PRODUCTS / 2 - 1) + (customer.business ? PRODUCTS / 2 : 0),
  }
}
