/** Scores and tiers of the same customers, one per customer. */
type Standing = {
  scores: readonly (number | null | undefined)[]
  tiers: readonly (string | null | undefined)[]
}

/** A customer, by their place, whose tier would be another. */
type Mover = { row: number; move: 'up' | 'down' | 'first' | 'none' }

export type WhatIf = {
  /** Highest tier first. */
  tiers: { label: string; customers: number; before: number }[]
  up: number
  down: number
  /** Customers that had no tier of this standard and get one. */
  first: number
  /** Customers that had a tier and get none. */
  none: number
  /** Customers without a score. */
  unscored: number
  /** Who moves up, then who moves down, each by the change of the score; then first tiers, then lost ones. */
  movers: Mover[]
}

const order = { up: 0, down: 1, first: 2, none: 3 }

/**
 * Who would stand in another tier than before.
 *
 * A tier of before that the standard does not know is none.
 *
 * @param tierOrder Lowest first.
 */
export function whatIf(before: Standing, after: Standing, tierOrder: readonly string[]): WhatIf {
  const rank = new Map<string | null | undefined, number>(tierOrder.map((label, place) => [label, place]))
  const customers = tierOrder.map(() => 0)
  const earlier = tierOrder.map(() => 0)
  const counts = { up: 0, down: 0, first: 0, none: 0 }
  const movers: Mover[] = []
  after.tiers.forEach((tier, row) => {
    const from = rank.get(before.tiers[row]) ?? -1
    const to = rank.get(tier) ?? -1
    if (from >= 0) earlier[from] = (earlier[from] as number) + 1
    if (to >= 0) customers[to] = (customers[to] as number) + 1
    if (from === to) return
    const move = from < 0 ? 'first' : to < 0 ? 'none' : to > from ? 'up' : 'down'
    counts[move]++
    movers.push({ row, move })
  })
  const change = ({ row }: Mover) => Math.abs((after.scores[row] ?? 0) - (before.scores[row] ?? 0))
  movers.sort((a, b) => order[a.move] - order[b.move] || change(b) - change(a) || a.row - b.row)
  const tiers = tierOrder.map((label, place) => ({
    label,
    customers: customers[place] as number,
    before: earlier[place] as number,
  }))
  const unscored = after.scores.filter((score) => score === undefined || score === null).length
  return { tiers: tiers.reverse(), ...counts, unscored, movers }
}
