import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { readFields } from '../sheet/reading/read-fields.ts'

/** More than these nobody chooses from: the form takes a typed one. */
const MOST = 50

/** The products in the tab of orders, by name, whatever their case; [] where there are none, or too many to choose from. */
export function orderProducts(): string[] {
  const read = readFields('orders', () => ['product'])
  const at = read?.at.product
  if (!read || at === undefined) return []
  const found = new Map<string, string>()
  for (const row of read.rows) {
    const product = customerIdIn(row[at])
    const same = product.toLowerCase()
    if (product && !found.has(same)) found.set(same, product)
    if (found.size > MOST) return []
  }
  return [...found.values()].sort((a, b) => a.localeCompare(b))
}
