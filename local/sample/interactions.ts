import type { Customer, Period } from './customers.ts'
import { random } from './random.ts'

const A_CUSTOMER = 2500 / 600

/** A contact made with a customer; list positions point into the word lists of the messages. */
export type Interaction = {
  id: string
  customer: Customer
  day: number
  channel: number
  purpose: number
  outcome: number
  /** undefined where none was agreed. */
  next: number | undefined
}

/** 2,500 contacts where there are 600 customers; bigger customers are seen more often, and businesses more by visit and call. */
export function interactions(seed: number, period: Period, customers: Customer[]): Interaction[] {
  const draw = random(seed, 'interactions')
  const weights = customers.map(({ size, business }) => size * (business ? 2 : 1))
  const contacts = Array.from({ length: Math.round(A_CUSTOMER * customers.length) }, () => {
    const customer = customers[draw.weighted(weights)]!
    const day = customer.since + draw.whole(0, period.last - customer.since)
    return {
      customer,
      day,
      channel: draw.weighted(customer.business ? [30, 25, 20, 15, 10] : [8, 30, 22, 35, 5]),
      purpose: draw.weighted([26, 22, 20, 18, 14]),
      outcome: draw.weighted([34, 30, 22, 14]),
      next: draw.chance(0.6) ? day + draw.pick([7, 14, 30, 60, 90]) : undefined,
    }
  })
  contacts.sort((a, b) => a.day - b.day)
  return contacts.map((contact, index) => ({ id: `I-${10_001 + index}`, ...contact }))
}
