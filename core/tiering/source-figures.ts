export type SourcedCustomer = {
  /** '' where it is not known. */
  source: string
  tier: string
  /** What they ordered for. */
  value: number
  score?: number
}

export type SourceFigures = {
  source: string
  customers: number
  value: number
  /** Mean of those that have one. */
  score: number | undefined
  /** Customers by tier, in the order of `tierOrder`. */
  tiers: number[]
}

/** Customers, their value and tiers by where they came from; the most valuable source first. */
export function sourceFigures(customers: readonly SourcedCustomer[], tierOrder: readonly string[]): SourceFigures[] {
  const place = new Map(tierOrder.map((tier, at) => [tier, at]))
  const found = new Map<string, SourceFigures & { scored: number; scores: number }>()
  for (const { source, tier, value, score } of customers) {
    const line = found.get(source) ?? {
      ...{ source, customers: 0, value: 0, score: undefined },
      ...{ tiers: tierOrder.map(() => 0), scored: 0, scores: 0 },
    }
    found.set(source, line)
    line.customers += 1
    line.value += value
    if (score !== undefined) {
      line.scored += 1
      line.scores += score
    }
    const at = place.get(tier)
    if (at !== undefined) line.tiers[at] = (line.tiers[at] as number) + 1
  }
  return [...found.values()]
    .map(({ scored, scores, ...line }) => ({ ...line, score: scored > 0 ? scores / scored : undefined }))
    .sort((a, b) => b.value - a.value || b.customers - a.customers)
}
