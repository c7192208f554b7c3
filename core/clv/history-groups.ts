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
  return withCounts({
    x: column(({ x }) => x),
    tx: column(({ tx }) => tx),
    T: column(({ T }) => T),
    customers: Float64Array.from(starts, (start, i) => (starts[i + 1] ?? sorted.length) - start),
  })
}

/** Every n-th of the groups, so that at most `most` are left; the groups themselves where they are no more. */
export function thinned(groups: HistoryGroups, most: number): HistoryGroups {
  const nth = Math.ceil(groups.x.length / most)
  if (nth <= 1) return groups
  const some = (column: Float64Array) => column.filter((_, i) => i % nth === 0)
  return withCounts({ x: some(groups.x), tx: some(groups.tx), T: some(groups.T), customers: some(groups.customers) })
}

function withCounts(columns: Omit<HistoryGroups, 'moreThan'>): HistoryGroups {
  const { x, customers } = columns
  const moreThan = new Float64Array(x[x.length - 1] ?? 0)
  x.forEach((orders, i) => {
    for (let j = 0; j < orders; j++) moreThan[j] = (moreThan[j] as number) + (customers[i] as number)
  })
  return { ...columns, moreThan }
}

function isSame(one: OrderHistory, other: OrderHistory | undefined): boolean {
  return other !== undefined && one.x === other.x && one.tx === other.tx && one.T === other.T
}
