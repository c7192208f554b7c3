import { groupedSums } from '../maths/grouped-sums.ts'

/** What a customer ordered; days are days since 1970-01-01. */
export type OrderTotals = { count: number; sum: number; first: number | undefined; last: number | undefined }

/** Orders by customer. One whose day or amount can't be read counts, and adds nothing to what it lacks. */
export function orderTotals(
  orders: readonly { id: string; day: number | undefined; amount: number | undefined }[],
): Map<string, OrderTotals> {
  const ids = new Map([...new Set(orders.map(({ id }) => id))].map((id, at) => [id, at]))
  const sums = groupedSums(ids.size)
  const totals = new Map<string, OrderTotals>()
  for (const { id, day, amount } of orders) {
    sums.add(ids.get(id) as number, amount ?? 0)
    const known = totals.get(id)
    const days = [known?.first, known?.last, day].filter((each) => each !== undefined)
    totals.set(id, {
      count: (known?.count ?? 0) + 1,
      sum: 0,
      first: days.length === 0 ? undefined : Math.min(...days),
      last: days.length === 0 ? undefined : Math.max(...days),
    })
  }
  for (const [id, at] of ids) Object.assign(totals.get(id) as OrderTotals, { sum: sums.of(at) })
  return totals
}
