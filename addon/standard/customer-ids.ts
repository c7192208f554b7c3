import { InputError } from '../../core/input-error.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { type BoundTab, fieldCells, requiredField } from '../sheet/tabs/bound-tab.ts'

/** The id of each row of the customer tab; '' for a blank row. @throws InputError `missingColumn`, `noCustomers`, `sameCustomerTwice`. */
export function customerIds(tab: BoundTab): string[] {
  requiredField(tab, 'customerId')
  const ids = fieldCells(tab, 'customerId').map(customerIdIn)
  if (!ids.some((id) => id !== '')) throw new InputError('noCustomers', { sheet: tab.name })
  const rowOf = new Map<string, number>()
  ids.forEach((id, row) => {
    const before = rowOf.get(id)
    if (id !== '' && before !== undefined) {
      throw new InputError('sameCustomerTwice', { sheet: tab.name, customer: id, rows: `${before + 2}, ${row + 2}` })
    }
    rowOf.set(id, row)
  })
  return ids
}
