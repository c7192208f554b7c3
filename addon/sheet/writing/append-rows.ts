import { fieldsOf, type TabKind } from '../../../core/tabs/tab-fields.ts'
import { addColumns } from '../tabs/add-columns.ts'
import type { TabHeader } from '../tabs/bound-tab.ts'
import { ensuredTab } from '../tabs/ensured-tab.ts'
import { cellsInOrder, type NewRow, writeRows } from './write-rows.ts'

/** Appends rows under what a tab holds, in one write; the tab is made where there is none. */
export function appendRows(kind: TabKind, rows: readonly NewRow[]): void {
  if (rows.length === 0) return
  const tab = withFields(ensuredTab(kind), rows)
  writeRows(
    tab,
    Math.max(1, tab.sheet.getLastRow()) + 1,
    rows.map((row) => cellsInOrder(tab, row)),
  )
}

/** The tab with a column for each field that the rows fill. */
function withFields(tab: TabHeader, rows: readonly NewRow[]): TabHeader {
  const filled = new Set(rows.flatMap((row) => Object.keys(row).filter((field) => row[field] !== '')))
  const known = new Set<string>(fieldsOf(tab.kind))
  return addColumns(
    tab,
    [...filled].filter((field) => tab.at[field] === undefined && known.has(field)),
  )
}
