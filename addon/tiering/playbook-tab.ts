import { proposedCare } from '../../core/tiering/proposed-care.ts'
import type { TierCare } from '../../core/tiering/tier-care.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { findTab } from '../sheet/tabs/bound-tab.ts'
import { appendRows } from '../sheet/writing/append-rows.ts'
import { userMessages } from '../user-language.ts'
import { knownStandard } from './known-standards.ts'

/** The lines of the Tiers tab, in its order. */
export function readPlaybook(): TierCare[] {
  const tab = findTab('playbook')
  if (!tab) return []
  const { text, number } = rowReader(tab)
  return tab.rows.flatMap((line) => {
    const tier = text(line, 'tier')
    if (!tier) return []
    const fields = ['ownerLevel', 'contactEvery', 'discountLimit', 'budget'] as const
    const known = fields.flatMap((field) => {
      const value = number(line, field)
      return value === undefined ? [] : [[field, value]]
    })
    return { tier, ...Object.fromEntries(known) } as TierCare
  })
}

/** Proposes a line for each tier of a standard that the Tiers tab does not have yet. @returns How many were added. */
export function proposePlaybook(standard: string): number {
  const known = new Set(readPlaybook().map(({ tier }) => tier))
  const benefits = userMessages().tierBenefits
  const lines = proposedCare(knownStandard(standard).tierOrder).filter(({ tier }) => !known.has(tier))
  appendRows(
    'playbook',
    lines.map(({ place, ...line }) => ({ ...line, benefits: benefits[place] })),
  )
  return lines.length
}
