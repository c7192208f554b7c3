import { columnOf } from '../../core/headers.ts'
import { customerIdIn } from './customer-id.ts'
import type { CellValue } from './table.ts'

export type SelectedCustomer = { id: string; name: string; tier: string }

/** The customer of the row that the person has selected; null where the tab or the row holds none. */
export function selectedCustomer(): SelectedCustomer | null {
  const sheet = SpreadsheetApp.getActiveSheet()
  const row = SpreadsheetApp.getActiveRange()?.getRow() ?? 1
  const width = sheet.getLastColumn()
  if (row < 2 || row > sheet.getLastRow() || width === 0) return null
  const header = (sheet.getRange(1, 1, 1, width).getValues()[0] as CellValue[]).map(String)
  const cells = sheet.getRange(row, 1, 1, width).getValues()[0] ?? []
  const at = (position: number | undefined) => (position === undefined ? '' : customerIdIn(cells[position]))
  const id = at(columnOf(header, 'customerId'))
  return id ? { id, name: at(columnOf(header, 'customer')), tier: at(columnOf(header, 'tier')) } : null
}
