import type { ComplaintFact } from './complaint-fact.ts'

const dimensions = {
  tier: (fact) => fact.customer.tier,
  owner: (fact) => fact.owner,
  segment: (fact) => fact.customer.segment,
  channel: (fact) => fact.channel,
  category: (fact) => fact.category,
  severity: (fact) => fact.severity,
  root_cause: (fact) => fact.rootCause ?? '',
} satisfies Record<string, (fact: ComplaintFact) => string>

const periodCuts = ['day', 'week', 'month', 'quarter'] as const
export type PeriodCut = (typeof periodCuts)[number]
export type Dimension = keyof typeof dimensions
export type ComplaintCut = Dimension | PeriodCut

/** All that figures can be broken down by. */
export const complaintCuts = [...(Object.keys(dimensions) as Dimension[]), ...periodCuts] as const

/** Which value of a cut a complaint belongs to: tier and segment as at intake, the others as now; blank where unknown. */
export function cutValue(fact: ComplaintFact, cut: Dimension): string {
  return dimensions[cut](fact)
}

export function isPeriodCut(cut: ComplaintCut): cut is PeriodCut {
  return (periodCuts as readonly string[]).includes(cut)
}

/** The unit of the calendar that a cut counts by. */
export function periodUnit(cut: PeriodCut): 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' {
  return cut.toUpperCase() as 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER'
}
