import { idPositions } from '../customers/id-positions.ts'
import type { PricedOrders } from '../customers/orders.ts'

/** The customer file as columns of equal length; '' where a customer has no tier, owner or segment. */
export type KpiCustomers = Record<'ids' | 'tier' | 'owner' | 'segment', readonly string[]>

/** Orders with the customer of each as a number: those of the file first, in its order, then those whom it lacks. */
export type KpiOrders = {
  /** How many customers there are, those whom the file lacks among them. */
  customers: number
  customerOf: Int32Array
  /** The place in the file of each customer that it has, which is before `inFile`. */
  placeOf: Int32Array
  inFile: number
  days: readonly number[]
  amounts: readonly number[]
}

/** Numbers the customers of a file and of its orders once, for all that is counted of them. A second row of an id is left out. */
export function kpiOrders({ ids: file }: KpiCustomers, { ids, days, amounts }: PricedOrders): KpiOrders {
  const positions = idPositions()
  const places: number[] = []
  file.forEach((id, place) => {
    if (id !== '' && positions.of(id) === places.length) places.push(place)
  })
  const inFile = positions.ids.length
  const customerOf = Int32Array.from(ids, (id) => positions.of(id))
  return { customers: positions.ids.length, customerOf, placeOf: Int32Array.from(places), inFile, days, amounts }
}
