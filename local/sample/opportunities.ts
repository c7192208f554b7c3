import type { Customer, Period } from './customers.ts'
import { random } from './random.ts'

const A_CUSTOMER = 300 / 600
/** Stages in order: lead, qualified, proposal, negotiation, won, lost. */
const WON = 4

/** A possible sale; `stage` and `product` point into the word lists of the messages. */
export type Opportunity = {
  id: string
  customer: Customer
  product: number
  stage: number
  amountCents: number
  created: number
  /** Day by which it should close, or did. */
  closing: number
  closed: boolean
}

/** 300 possible sales where there are 600 customers: the older ones are won or lost, the recent ones still open. */
export function opportunities(seed: number, period: Period, customers: Customer[]): Opportunity[] {
  const draw = random(seed, 'opportunities')
  const weights = customers.map(({ size, business }) => size * (business ? 6 : 1))
  const deals = Array.from({ length: Math.round(A_CUSTOMER * customers.length) }, () => {
    const customer = customers[draw.weighted(weights)]!
    const created = customer.since + draw.whole(0, period.last - customer.since)
    const closing = created + draw.whole(20, 140)
    const closed = closing <= period.last
    const median = customer.business ? 900_000 : 60_000
    return {
      customer,
      product: draw.whole(0, 5) + (customer.business ? 6 : 0),
      stage: closed ? WON + (draw.chance(0.42) ? 0 : 1) : draw.weighted([35, 30, 22, 13]),
      amountCents: Math.round((median * customer.size * Math.exp(0.6 * draw.normal())) / 10_000) * 10_000 + 10_000,
      created,
      closing,
      closed,
    }
  })
  deals.sort((a, b) => a.created - b.created)
  return deals.map((deal, index) => ({ id: `OP-${1001 + index}`, ...deal }))
}
