import {
  type CustomerFinder,
  type CustomerKey,
  likelyCustomerKey,
} from '../../../core/customer-file/customer-finder.ts'
import type { PlainCell } from '../../../core/customer-file/customer-table.ts'

/** How a column names customers, by the customer file, else by what it holds. */
export function likelyKey(
  rows: readonly (readonly PlainCell[])[],
  position: number | undefined,
  find: CustomerFinder,
): CustomerKey {
  if (position === undefined) return 'customerId'
  const cells = rows.map((row) => row[position] ?? '')
  const isEmail = cells.some((cell) => String(cell).includes('@'))
  return likelyCustomerKey(find, cells) ?? (isEmail ? 'email' : 'customerId')
}
