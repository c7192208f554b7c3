import { newIds } from '../../core/tabs/new-ids.ts'
import type { TabKind } from '../../core/tabs/tab-fields.ts'
import { addColumns } from '../sheet/tabs/add-columns.ts'
import { boundTab } from '../sheet/tabs/bound-tab.ts'
import { TEXT_FORMAT } from '../sheet/writing/safe-text.ts'
import { writeBlock } from '../sheet/writing/write-cells.ts'

/** Adds a column of ids to a tab without one, an id for each row that holds anything; gives how many. */
export function numberCustomers(kind: TabKind, sheet: GoogleAppsScript.Spreadsheet.Sheet): number {
  const tab = boundTab(kind, sheet)
  const { at } = addColumns(tab, ['customerId'])
  const filled = tab.rows.map((row) => row.some((cell) => cell !== ''))
  const next = newIds([], 'C0001')
  const column = filled.map((isFilled) => [isFilled ? next() : ''])
  if (column.length > 0) {
    const range = sheet.getRange(2, (at.customerId as number) + 1, column.length, 1)
    writeBlock(range, column, [TEXT_FORMAT])
  }
  return filled.filter(Boolean).length
}
