import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { type BoundTab, fieldCells } from '../sheet/tabs/bound-tab.ts'
import type { ScorePartsTab } from '../tiering/score-parts-tab.ts'
import { standardFields } from './current-standards.ts'

/** A column that a standard would write into, and how many of its cells hold what somebody else put there. */
export type ForeignCells = { header: string; cells: number }

/**
 * What the first run or round of a standard would overwrite in the columns that its scores and tiers go into: all that
 * stands there, as a CRM exports it, be it called as the standard's own tiers are. Later all of it is its own.
 *
 * @param parts Tells whether the standard was applied; looked at only where something stands there.
 */
export function foreignCells(standard: string, tab: BoundTab, parts: () => ScorePartsTab): ForeignCells[] {
  const { score, tier } = standardFields(standard, tab)
  const foreign = [score, tier].flatMap((field): ForeignCells[] => {
    const position = tab.at[field]
    const cells = fieldCells(tab, field).filter((cell) => customerIdIn(cell) !== '').length
    return position === undefined || cells === 0 ? [] : [{ header: tab.header[position] as string, cells }]
  })
  return foreign.length > 0 && !parts().has(standard) ? foreign : []
}
