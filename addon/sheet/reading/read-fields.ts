import type { TabKind } from '../../../core/tabs/tab-fields.ts'
import { findHeader, type TabHeader } from '../tabs/bound-tab.ts'
import type { CellValue } from './table.ts'

/** A tab of which only the columns around some fields were read; `at` holds the fields' positions in its rows. */
export type ReadFields = { tab: TabHeader; first: number; at: Record<string, number>; rows: CellValue[][] }

/** Some fields of a tab in one read, which is quicker than all of a wide tab; undefined where there is no such tab. */
export function readFields(kind: TabKind, wanted: (tab: TabHeader) => readonly string[]): ReadFields | undefined {
  const tab = findHeader(kind)
  if (!tab) return undefined
  const found = wanted(tab).flatMap((field) => {
    const position = tab.at[field]
    return position === undefined ? [] : [[field, position] as const]
  })
  const positions = found.map(([, position]) => position)
  const first = Math.min(...positions)
  const height = tab.sheet.getLastRow() - 1
  const at = Object.fromEntries(found.map(([field, position]) => [field, position - first]))
  if (found.length === 0 || height < 1) return { tab, first: 0, at, rows: [] }
  const range = tab.sheet.getRange(2, first + 1, height, Math.max(...positions) - first + 1)
  return { tab, first, at, rows: range.getValues() as CellValue[][] }
}
