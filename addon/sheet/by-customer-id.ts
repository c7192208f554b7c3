import { customerNames } from '../../core/tabs/customer-names.ts'
import { type BoundTab, fieldCells } from './bound-tab.ts'
import { customerIdIn } from './customer-id.ts'

/** A tab's rows with the customer's id where they name the customer by name, as exports of orders often do. */
export function byCustomerId(tab: BoundTab, customers: BoundTab): BoundTab {
  const position = tab.at.customerId
  if (position === undefined) return tab
  const [ids, names] = ['customerId', 'customer'].map((field) => fieldCells(customers, field).map(customerIdIn))
  const idOf = customerNames(ids ?? [], names ?? [])
  const rows = tab.rows.map((row) => {
    const text = customerIdIn(row[position])
    const id = idOf(text)
    return id === text ? row : row.map((cell, at) => (at === position ? id : cell))
  })
  return { ...tab, rows }
}
