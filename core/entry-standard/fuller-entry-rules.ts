import type { EntryRule } from './entry-rule.ts'

/** What a customer file that is looked after knows besides: what kind of customer, from where, how their business goes. */
export const fullerFields = ['customerType', 'industry', 'source', 'condition', 'competitors', 'verified'] as const

/** Rules that require the fuller set too; what else they say of these fields stays. */
export function fullerEntryRules(rules: readonly EntryRule[]): EntryRule[] {
  const asked = fullerFields.map((field): EntryRule => {
    const given = rules.find((rule) => rule.field === field) ?? { field, format: '', allowed: [] }
    return { ...given, required: true }
  })
  const others = rules.filter(({ field }) => !asked.some((rule) => rule.field === field))
  return [...others, ...asked]
}
