import { addColumns } from '../tabs/add-columns.ts'
import type { TabHeader } from '../tabs/bound-tab.ts'
import { writeBlock } from './write-cells.ts'
import type { NewRow } from './write-rows.ts'

/** Writes some fields of one row; columns that are not there are added. */
export function writeRow(tab: TabHeader, row: number, values: NewRow): void {
  const fields = Object.keys(values)
  const { sheet, at } = addColumns(
    tab,
    fields.filter((field) => tab.at[field] === undefined),
  )
  for (const field of fields) {
    writeBlock(sheet.getRange(row, (at[field] as number) + 1), [[values[field] ?? '']], [undefined])
  }
}
