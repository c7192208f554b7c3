import { orderCustomers } from '../customers/order-customers.ts'
import type { CustomerId, PricedOrders } from '../customers/orders.ts'
import { groupedSums } from '../maths/grouped-sums.ts'

/** One entry per customer in each column, in order of first appearance. */
export type RfmValues = {
  customers: CustomerId[]
  /** Day of the last order. */
  last: number[]
  /** Whole days from the last order to `asOf`. */
  recency: number[]
  /** Number of order rows. */
  frequency: number[]
  /** Sum of the amounts. */
  monetary: number[]
}

/** Recency, frequency and monetary value of every customer with an order up to the day `asOf`. */
export function rfmValues({ ids, days, amounts }: PricedOrders, asOf: number): RfmValues {
  const { customers, customerOf } = orderCustomers(ids, days, asOf)
  const last = new Float64Array(customers.length).fill(-Infinity)
  const frequency = new Float64Array(customers.length)
  const sums = groupedSums(customers.length)
  for (let row = 0; row < customerOf.length; row++) {
    const customer = customerOf[row] as number
    if (customer === -1) continue
    const day = days[row] as number
    if (day > (last[customer] as number)) last[customer] = day
    frequency[customer] = (frequency[customer] as number) + 1
    sums.add(customer, amounts[row] as number)
  }
  return {
    customers,
    last: Array.from(last),
    recency: Array.from(last, (day) => asOf - day),
    frequency: Array.from(frequency),
    monetary: customers.map((_, customer) => sums.of(customer)),
  }
}
