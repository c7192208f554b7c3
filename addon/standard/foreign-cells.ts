import type { Standard } from '../../core/standard/standard.ts'
import { type BoundTab, fieldCells } from '../sheet/bound-tab.ts'
import { customerIdIn } from '../sheet/customer-id.ts'
import { standardFields } from './current-standards.ts'
import { sealedStandards } from './sealed-standards.ts'

/** A column that a standard would write into, and how many of its cells hold what somebody else put there. */
export type ForeignCells = { header: string; cells: number }

/**
 * What the first run of a standard would overwrite: scores, and words that are none of its tiers, in the columns that
 * its own go into, as a CRM exports them. What a standard wrote before is its own.
 */
export function foreignCells({ name, tiers }: Standard, tab: BoundTab): ForeignCells[] {
  if (sealedStandards().some(({ standard }) => standard.name === name)) return []
  const fields = standardFields(name, tab)
  const labels = new Set(['', ...tiers.map(({ label }) => label)])
  const foreign = (field: string, isOwn: (text: string) => boolean): ForeignCells[] => {
    const position = tab.at[field]
    const cells = fieldCells(tab, field).filter((cell) => !isOwn(customerIdIn(cell))).length
    return position === undefined || cells === 0 ? [] : [{ header: tab.header[position] as string, cells }]
  }
  return [...foreign(fields.score, (text) => text === ''), ...foreign(fields.tier, (text) => labels.has(text))]
}
