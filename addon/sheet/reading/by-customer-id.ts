import { customerNames } from '../../../core/tabs/customer-names.ts'
import type { BoundTab } from '../tabs/bound-tab.ts'
import { rowReader } from './row-reader.ts'

type ReadRows = Pick<BoundTab, 'at' | 'rows'>

/** A tab's rows with the customer's id where they name the customer by name, as exports of orders often do. */
export function byCustomerId<Tab extends ReadRows>(tab: Tab, customers: ReadRows): Tab {
  const position = tab.at.customerId
  if (position === undefined) return tab
  const { text } = rowReader(customers)
  const [ids, names] = ['customerId', 'customer'].map((field) => customers.rows.map((row) => text(row, field)))
  const idOf = customerNames(ids ?? [], names ?? [])
  const own = rowReader(tab)
  const rows = tab.rows.map((row) => {
    const named = own.text(row, 'customerId')
    const id = idOf(named)
    return id === named ? row : row.map((cell, at) => (at === position ? id : cell))
  })
  return { ...tab, rows }
}
