import type { NewRow } from '../sheet/append-rows.ts'
import type { BoundTab } from '../sheet/bound-tab.ts'
import { fieldFormat } from '../sheet/field-format.ts'
import { makeRows } from '../sheet/make-rows.ts'
import type { CellValue } from '../sheet/table.ts'
import { writeBlock } from '../sheet/write-cells.ts'

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
  const { sheet, kind, header, at } = tab
  const fieldAt = new Map(Object.entries(at).map(([field, position]) => [position, field]))
  const columns = header.map((_, position) => fieldAt.get(position))
  const rows = [
    ...tab.rows.filter(stays),
    ...added.map((row) => columns.map((field) => (field === undefined ? '' : (row[field] ?? '')))),
  ]
  makeRows(sheet, rows.length + 1)
  if (rows.length > 0) {
    writeBlock(
      sheet.getRange(2, 1, rows.length, header.length),
      rows,
      columns.map((field) => (field === undefined ? undefined : fieldFormat(kind, field))),
    )
  }
  const left = tab.rows.length - rows.length
  if (left > 0) sheet.getRange(rows.length + 2, 1, left, header.length).clearContent()
}
