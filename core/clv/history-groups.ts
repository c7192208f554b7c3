import type { OrderHistory } from './order-histories.ts'

/** Equal histories once, with how many customers have each; columns of equal length, ordered by x, t_x and T. */
export type HistoryGroups = {
  x: Float64Array
  tx: Float64Array
  T: Float64Array
  customers: Float64Array
  /** Of all customers: how many have more than j repeat orders, for j from 0 to the most repeat orders less one. */
  moreThan: Float64Array
}

/** Histories collapsed, so that a model is fitted to each different one once and the order of rows does not matter. */
export function historyGroups(histories: readonly OrderHistory[]): HistoryGroups {
  const sorted = [...histories].sort((a, b) => a.x - b.x || a.tx - b.tx || a.T - b.T)
  const starts = sorted.flatMap((history, i) => (isSame(history, sorted[i - 1]) ? [] : [i]))
  const column = (read: (history: OrderHistory) => number) =>
    Float64Array.from(starts, (start) => read(sorted[start] as OrderHistory))
  const moreThan = new Float64Array(sorted[sorted.length - 1]?.x ?? 0)
  starts.forEach((start, i) => {
    const { x } = sorted[start] as OrderHistory
    const customers = (starts[i + 1] ?? sorted.length) - start
    for (let j = 0; j < x; j++) moreThan[j] = (moreThan[j] as number) + customers
  })
  return {
    x: column(({ x }) => x),
    tx: column(({ tx }) => tx),
    T: column(({ T }) => T),
    customers: Float64Array.from(starts, (start, i) => (starts[i + 1] ?? sorted.length) - start),
    moreThan,
  }
}

function isSame(one: OrderHistory, other: OrderHistory | undefined): boolean {
  return other !== undefined && one.x === other.x && one.tx === other.tx && one.T === other.T
}
