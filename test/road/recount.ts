import type { Cell } from '../../local/workbench/workbook.ts'

/** NPS by tier, counted anew from the raw answers and the customer tab: tier, n and score, tiers in text order. */
export function npsByTier(answers: Cell[][], customers: Cell[][]): [tier: string, n: number, nps: number][] {
  const column = (table: Cell[][], header: string) => table[0]?.indexOf(header) ?? -1
  const tierOf = new Map(
    customers.slice(1).map((row) => [row[column(customers, 'Customer ID')], String(row[column(customers, 'Tier')])]),
  )
  const scores = new Map<string, number[]>()
  for (const row of answers.slice(1)) {
    const tier = tierOf.get(row[column(answers, 'Customer ID')] as string) ?? ''
    scores.set(tier, [...(scores.get(tier) ?? []), Number(row[column(answers, 'NPS')])])
  }
  return [...scores].sort().map(([tier, given]) => {
    const promoters = given.filter((score) => score >= 9).length
    const detractors = given.filter((score) => score <= 6).length
    return [tier, given.length, ((promoters - detractors) / given.length) * 100]
  })
}
