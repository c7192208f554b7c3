import { type Lifecycle, lifecycle } from '../customers/lifecycle.ts'
import type { CustomerId, PricedOrders } from '../customers/orders.ts'
import { abcClasses } from '../scoring/abc-classes.ts'

export type ClassifiedOrders = PricedOrders & { products: readonly string[] }

/** What the customer file says already, a value a row, '' for none. */
export type ClassifiedCustomers = { ids: readonly string[]; tiers: readonly string[]; needs: readonly string[] }

/** One value a row. A customer without orders has no stage; '' is no class. */
export type CustomerClasses = { stages: (Lifecycle['stage'] | undefined)[]; values: string[]; needs: string[] }

/**
 * Customers by life cycle, by value and by need.
 *
 * The stage is that of `lifecycle`. Value is the tier, or the ABC class of what was ordered in all. A need that somebody
 * wrote stays; where there is none, it is the product on which the customer spent most (the first by name where two are
 * equal).
 *
 * @param asOf Later orders are left out.
 */
export function customerClasses(
  customers: ClassifiedCustomers,
  orders: ClassifiedOrders,
  { asOf, valueBy }: { asOf: number; valueBy: 'abc' | 'tier' },
): CustomerClasses {
  const stageOf = new Map(lifecycle(orders, { asOf }).map(({ customer, stage }) => [String(customer), stage]))
  const spent = spending(orders, asOf)
  const abc = valueBy === 'abc' ? abcClasses(customers.ids.map((id) => spent.get(id)?.total)) : []
  return {
    stages: customers.ids.map((id) => stageOf.get(id)),
    values: customers.ids.map((_, row) => (valueBy === 'abc' ? (abc[row] ?? '') : (customers.tiers[row] ?? ''))),
    needs: customers.ids.map((id, row) => customers.needs[row] || mainProduct(spent.get(id)?.byProduct)),
  }
}

type Spent = { total: number; byProduct: Map<string, number> }

function spending({ ids, days, amounts, products }: ClassifiedOrders, asOf: number): Map<string, Spent> {
  const spent = new Map<string, Spent>()
  ids.forEach((id: CustomerId, row) => {
    if ((days[row] as number) > asOf) return
    const key = String(id)
    const own = spent.get(key) ?? { total: 0, byProduct: new Map<string, number>() }
    spent.set(key, own)
    const amount = amounts[row] as number
    const product = products[row] ?? ''
    own.total += amount
    if (product) own.byProduct.set(product, (own.byProduct.get(product) ?? 0) + amount)
  })
  return spent
}

function mainProduct(byProduct: Map<string, number> = new Map()): string {
  let [main, most] = ['', 0]
  for (const [product, amount] of byProduct) {
    if (amount > most || (amount === most && main !== '' && product < main)) [main, most] = [product, amount]
  }
  return main
}
