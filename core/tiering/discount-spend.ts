import type { TierCare } from './tier-care.ts'

export type PricedOrder = { customerId: string; amount: number; listPrice: number | undefined }

export type TierSpend = {
  tier: string
  orders: number
  /** Orders whose list price is not known: what they were discounted is not in `spent`. */
  withoutListPrice: number
  /** List prices less amounts. */
  spent: number
  budget: number | undefined
}

/** A customer whose discount, as a share of the list prices of all their orders, is over their tier's limit. */
export type OverLimit = { customerId: string; tier: string; discount: number; limit: number; spent: number }

type Given = { orders: number; withoutListPrice: number; spent: number; listed: number }

/**
 * What each tier was given as discounts, against its budget, and who was given more than their tier's limit.
 *
 * An order counts for the tier that its customer has now; orders of customers without a tier count nowhere.
 *
 * @returns Tiers in the order of `care`; customers with the largest discount first.
 */
export function discountSpend(
  orders: readonly PricedOrder[],
  tierOf: ReadonlyMap<string, string>,
  care: readonly TierCare[],
): { tiers: TierSpend[]; over: OverLimit[] } {
  const byCustomer = new Map<string, Given>()
  for (const { customerId, amount, listPrice } of orders) {
    const given = byCustomer.get(customerId) ?? nothing()
    byCustomer.set(customerId, given)
    given.orders += 1
    if (listPrice === undefined) given.withoutListPrice += 1
    else {
      given.spent += listPrice - amount
      given.listed += listPrice
    }
  }
  const lineOf = new Map(care.map((line) => [line.tier, { ...line, ...nothing() }]))
  const over: OverLimit[] = []
  for (const [customerId, given] of byCustomer) {
    const line = lineOf.get(tierOf.get(customerId) ?? '')
    if (!line) continue
    line.orders += given.orders
    line.withoutListPrice += given.withoutListPrice
    line.spent += given.spent
    const discount = given.listed > 0 ? given.spent / given.listed : 0
    // A discount of exactly the limit, less what division rounds, is not over it.
    if (line.discountLimit === undefined || discount <= line.discountLimit + 1e-9) continue
    over.push({ customerId, tier: line.tier, discount, limit: line.discountLimit, spent: given.spent })
  }
  over.sort((a, b) => b.discount - a.discount)
  const tiers = [...lineOf.values()].map(({ tier, orders, withoutListPrice, spent, budget }) => {
    return { tier, orders, withoutListPrice, spent, budget }
  })
  return { tiers, over }
}

function nothing(): Given {
  return { orders: 0, withoutListPrice: 0, spent: 0, listed: 0 }
}
