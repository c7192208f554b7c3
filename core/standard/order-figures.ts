import { customerValues } from '../clv/customer-values.ts'
import { orderCustomers } from '../customers/order-customers.ts'
import type { CustomerId, PricedOrders } from '../customers/orders.ts'
import { rfmValues } from '../rfm/rfm-values.ts'
import { daysToCollect, type Payments } from './days-to-collect.ts'
import { differentProducts } from './different-products.ts'

/** Figures over orders that a standard can use, each with the direction that is better. */
export const orderDirections = {
  recency: -1,
  frequency: 1,
  monetary: 1,
  products: 1,
  collectDays: -1,
  potential: 1,
  probability: 1,
} as const

export type OrderFigure = keyof typeof orderDirections

/** Order rows with all that figures look at. */
export type OrderRecords = PricedOrders & Payments & { products: readonly string[] }

/** Each figure's values, one for each of the customers. */
export type CustomerFigures = {
  customers: readonly CustomerId[]
  columns: Partial<Record<OrderFigure, readonly (number | undefined)[]>>
}

/**
 * The wanted figures of every customer with an order up to `asOf`; customers are grouped once for all of them.
 *
 * `potential` is what the orders of the coming 12 months are worth today, and `probability` the chance of one, as
 * `customerValues` expects them; the others as `rfmValues`, `differentProducts` and `daysToCollect` count them.
 *
 * @throws InputError `fewRepeats`, `fewSpends`, `spendNoMean` for `potential` and `probability`.
 */
export function orderFigures(orders: OrderRecords, wanted: ReadonlySet<OrderFigure>, asOf: number): CustomerFigures {
  const { customers, recency, frequency, monetary } = rfmValues(orders, asOf)
  const columns: CustomerFigures['columns'] = { recency, frequency, monetary }
  if (wanted.has('products') || wanted.has('collectDays')) {
    const { customerOf } = orderCustomers(orders.ids, orders.days, asOf)
    columns.products = differentProducts(orders.products, customerOf, customers.length)
    columns.collectDays = daysToCollect(orders, customerOf, customers.length, asOf)
  }
  if (wanted.has('potential') || wanted.has('probability')) {
    const expected = customerValues(orders, { asOf })
    columns.potential = expected.map(({ value }) => value)
    columns.probability = expected.map(({ activeChance }) => activeChance)
  }
  return { customers, columns }
}
