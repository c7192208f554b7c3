export type Payments = {
  /** Day of each order. */
  days: readonly number[]
  /** Day each is to be paid by, and was; undefined where not known or not yet. */
  due: readonly (number | undefined)[]
  paid: readonly (number | undefined)[]
}

/**
 * The mean days from order to payment of each customer; undefined for a customer without an order that tells.
 *
 * An order that is not paid tells once it is overdue, by its days up to `asOf`. One paid in advance took 0 days.
 *
 * @param customerOf For each order the place of its customer, -1 where it is left out.
 * @param customers How many customers there are.
 */
export function daysToCollect(
  { days, due, paid }: Payments,
  customerOf: ArrayLike<number>,
  customers: number,
  asOf: number,
): (number | undefined)[] {
  const sums = new Float64Array(customers)
  const counts = new Float64Array(customers)
  for (let row = 0; row < customerOf.length; row++) {
    const customer = customerOf[row] as number
    const took = customer === -1 ? undefined : daysTaken(days[row] as number, due[row], paid[row], asOf)
    if (took === undefined) continue
    sums[customer] = (sums[customer] as number) + took
    counts[customer] = (counts[customer] as number) + 1
  }
  return Array.from(sums, (sum, customer) => {
    const count = counts[customer] as number
    return count === 0 ? undefined : sum / count
  })
}

function daysTaken(ordered: number, due: number | undefined, paid: number | undefined, asOf: number) {
  if (paid !== undefined && paid <= asOf) return Math.max(0, paid - ordered)
  return due !== undefined && due < asOf ? asOf - ordered : undefined
}
