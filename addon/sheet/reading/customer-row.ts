import { InputError } from '../../../core/input-error.ts'
import { requiredHeader, type TabHeader } from '../tabs/bound-tab.ts'
import { customerIdIn } from './customer-id.ts'
import { rowsWith } from './rows-of-customer.ts'

/** The customer tab and the number of the row that has an id. @throws InputError `missingTab`, `customerGone` */
export function customerRow(id: string): { tab: TabHeader; row: number } {
  const tab = requiredHeader('customers')
  const selected = selectedRow(tab, id)
  const row = selected ?? rowsWith(tab, 'customerId', [id])[0]
  if (row === undefined) throw new InputError('customerGone', { customer: id, sheet: tab.name })
  return { tab, row }
}

/** The selected row, where it is the one: then nothing has to be looked for. */
function selectedRow({ sheet, at }: TabHeader, id: string): number | undefined {
  const range = SpreadsheetApp.getActiveRange()
  if (at.customerId === undefined || range?.getSheet().getSheetId() !== sheet.getSheetId()) return undefined
  const row = range.getRow()
  if (row < 2 || row > sheet.getLastRow()) return undefined
  return customerIdIn(sheet.getRange(row, at.customerId + 1).getValue()) === id ? row : undefined
}
