import type { Standard } from '../../core/standard/standard.ts'

export type Invoice = { customer: string; day: number; amount: number }
/** A customer's figures by indicator; undefined is blank. */
export type Figures = Map<string, Record<string, number | undefined>>

/** Figures over orders counted in another way than the add-on does: customer by customer, from plain lists. */
export function orderFigures(invoices: readonly Invoice[], asOf: number): Figures {
  const by = new Map<string, Invoice[]>()
  for (const invoice of invoices) {
    const own = by.get(invoice.customer)
    if (own) own.push(invoice)
    else by.set(invoice.customer, [invoice])
  }
  return new Map(
    [...by].map(([customer, own]) => [
      customer,
      {
        'orders:recency': asOf - Math.max(...own.map(({ day }) => day)),
        'orders:frequency': own.length,
        'orders:monetary': own.reduce((sum, { amount }) => sum + Math.round(amount * 1e6), 0) / 1e6,
      },
    ]),
  )
}

/** Scores by rank: the share of the other customers with a lower value (a higher one where lower is better), weighed. */
export function scoresOf({ indicators }: Standard, figures: Figures): Map<string, number> {
  const points = new Map<string, { sum: number; weight: number }>()
  for (const { key, direction, weight } of indicators) {
    const known = [...figures].flatMap(([id, own]) =>
      own[key] === undefined ? [] : [[id, own[key] * direction] as const],
    )
    const sorted = known.map(([, value]) => value).sort((a, b) => a - b)
    const firstAt = new Map([...sorted.entries()].reverse().map(([at, value]) => [value, at]))
    for (const [id, value] of known) {
      const below = firstAt.get(value) ?? 0
      const before = points.get(id) ?? { sum: 0, weight: 0 }
      const share = sorted.length > 1 ? below / (sorted.length - 1) : 1
      points.set(id, { sum: before.sum + weight * share, weight: before.weight + weight })
    }
  }
  return new Map([...points].map(([id, { sum, weight }]) => [id, (100 * sum) / weight]))
}

export function tierOf({ tiers }: Standard, score: number): string {
  return [...tiers].reverse().find(({ from }, at) => score >= from || at === tiers.length - 1)?.label ?? ''
}
