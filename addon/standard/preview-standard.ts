import { periodLabel } from '../../core/calendar/periods.ts'
import type { Standard } from '../../core/standard/standard.ts'
import { type WhatIf, whatIf } from '../../core/standard/what-if.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { fieldCells } from '../sheet/tabs/bound-tab.ts'
import { standardFields } from './current-standards.ts'
import { scoreCustomers } from './score-customers.ts'
import { type Slips, slipsIn } from './slips.ts'

export type TierPreview = Omit<WhatIf, 'movers'> & {
  /** The day that is counted to, where anything dated counts. */
  asOf?: string
  slips: Slips
}

/** How many customers land in each tier under a standard, and how many move from what the tab says. Nothing is written. */
export function previewStandard(standard: Standard): TierPreview {
  const { scored, values } = scoreCustomers(standard)
  const cells = fieldCells(values.tab, standardFields(standard.name, values.tab).tier).map(customerIdIn)
  const before = { scores: [], tiers: cells }
  const { movers: _, ...counts } = whatIf(before, scored, scored.tierOrder)
  const blanks = scored.ids.filter((id) => id === '').length
  return { ...counts, unscored: counts.unscored - blanks, ...asOfDay(values), slips: slipsIn(values) }
}

/** The day that is counted to, as `2026-03-31`, where anything dated is read. */
export function asOfDay({ dated, asOf }: Pick<ReturnType<typeof scoreCustomers>['values'], 'dated' | 'asOf'>): {
  asOf?: string
} {
  return dated.length > 0 ? { asOf: periodLabel(asOf, 'DAY') } : {}
}
