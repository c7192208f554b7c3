import type { CellValue } from '../reading/table.ts'
import type { BoundTab } from '../tabs/bound-tab.ts'
import { cellsInOrder, type NewRow, writeRows } from './write-rows.ts'

/**
 * Writes a tab's rows anew in one write: those of its rows that stay, then new ones. What is left below is cleared.
 *
 * For tabs that the add-on alone writes.
 */
export function replaceRows(
  tab: BoundTab,
  stays: (row: readonly CellValue[]) => boolean,
  added: readonly NewRow[],
): void {
  const { sheet, header } = tab
  const rows = [...tab.rows.filter(stays), ...added.map((row) => cellsInOrder(tab, row))]
  writeRows(tab, 2, rows)
  const left = tab.rows.length - rows.length
  if (left > 0) sheet.getRange(rows.length + 2, 1, left, header.length).clearContent()
}
