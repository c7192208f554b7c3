import { fieldsOf, type TabKind } from '../../core/tabs/tab-fields.ts'
import { addColumns } from './add-columns.ts'
import type { TabHeader } from './bound-tab.ts'
import { ensuredTab } from './ensured-tab.ts'
import { fieldFormat } from './field-format.ts'
import { makeRows } from './make-rows.ts'
import type { CellValue } from './table.ts'
import { writeBlock } from './write-cells.ts'

/** A row to append, by field; what it leaves out stays blank. */
export type NewRow = Record<string, CellValue>

/** Appends rows under what a tab holds, in one write; the tab is made where there is none. */
export function appendRows(kind: TabKind, rows: readonly NewRow[]): void {
  if (rows.length === 0) return
  const tab = withFields(ensuredTab(kind), rows)
  const { sheet, header, at } = tab
  const first = Math.max(1, sheet.getLastRow()) + 1
  makeRows(sheet, first + rows.length - 1)
  const fieldAt = new Map(Object.entries(at).map(([field, position]) => [position, field]))
  const columns = header.map((_, position) => fieldAt.get(position))
  writeBlock(
    sheet.getRange(first, 1, rows.length, header.length),
    rows.map((row) => columns.map((field) => (field === undefined ? '' : (row[field] ?? '')))),
    columns.map((field) => (field === undefined ? undefined : fieldFormat(kind, field))),
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
