import type { RecordedMove } from '../../core/tiering/tier-move.ts'
import { findTab, type TabHeader } from '../sheet/bound-tab.ts'
import { rowReader } from './row-reader.ts'

/**
 * What the customer tab says of each customer's tier by a standard, where it says so.
 *
 * The Tier column that all standards could mean counts only while no other standard has moved anybody.
 */
export function tierCells(standard: string, history: readonly RecordedMove[]): Map<string, string> {
  const tab = findTab('customers')
  if (!tab) return new Map()
  const field = tierField(tab, standard)
  if (field === 'tier' && history.some((move) => move.standard !== standard)) return new Map()
  const { text } = rowReader(tab)
  return new Map(tab.rows.map((line) => [text(line, 'customerId'), text(line, field)]))
}

/** The field of the customer tab that holds a standard's tiers. */
export function tierField({ at }: Pick<TabHeader, 'at'>, standard: string): string {
  const own = `tier:${standard}`
  return at[own] === undefined ? 'tier' : own
}
