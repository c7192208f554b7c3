import { idPositions } from './id-positions.ts'
import type { CustomerId } from './orders.ts'

export type OrderCustomers = {
  /** Each customer once, in order of first appearance, as first written. */
  customers: CustomerId[]
  /** For each order the position of its customer in `customers`; -1 for an order after `asOf`. */
  customerOf: Int32Array
}

/**
 * Whose order each row is, leaving out the rows after `asOf`.
 *
 * Ids are the same when they read the same: 17 and "17" are, "a1", "A1" and "a1 " are not.
 */
export function orderCustomers(ids: readonly CustomerId[], days: readonly number[], asOf: number): OrderCustomers {
  const positions = idPositions()
  const customerOf = new Int32Array(ids.length).fill(-1)
  for (let row = 0; row < ids.length; row++) {
    if ((days[row] as number) <= asOf) customerOf[row] = positions.of(ids[row] as CustomerId)
  }
  return { customers: positions.ids, customerOf }
}
