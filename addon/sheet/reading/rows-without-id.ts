import { type BoundTab, fieldCells } from '../tabs/bound-tab.ts'
import { customerIdIn } from './customer-id.ts'

/** How many rows of the customer tab are filled but name no customer. An empty checkbox fills no row. */
export function rowsWithoutId(tab: BoundTab): number {
  const ids = fieldCells(tab, 'customerId')
  const isFilled = (row: number) => tab.rows[row]?.some((cell) => cell !== false && String(cell).trim() !== '')
  return ids.filter((id, row) => customerIdIn(id) === '' && isFilled(row)).length
}
