import { tabHeader } from '../tabs/bound-tab.ts'
import { customerIdIn } from './customer-id.ts'

/** What the customer's row says; '' where it is blank or there is no such column. */
export type SelectedCustomer = {
  id: string
  name: string
  tier: string
  customerType: string
  email: string
  phone: string
}

/** The customer of the row that the person has selected, in whatever tab; null where the tab or the row names none. */
export function selectedCustomer(): SelectedCustomer | null {
  const sheet = SpreadsheetApp.getActiveSheet()
  const row = SpreadsheetApp.getActiveRange()?.getRow() ?? 1
  if (row < 2 || row > sheet.getLastRow() || sheet.getLastColumn() === 0) return null
  const { header, at } = tabHeader('customers', sheet)
  const cells = sheet.getRange(row, 1, 1, header.length).getValues()[0] ?? []
  const text = (field: string) => (at[field] === undefined ? '' : customerIdIn(cells[at[field]]))
  const id = text('customerId')
  if (!id) return null
  return {
    ...{ id, name: text('customer'), tier: text('tier') },
    ...{ customerType: text('customerType'), email: text('email'), phone: text('phone') },
  }
}
