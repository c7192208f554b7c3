import type { TabKind } from '../../../core/tabs/tab-fields.ts'
import type { BoundTab } from '../tabs/bound-tab.ts'
import { byCustomerId } from './by-customer-id.ts'
import { type ReadFields, readFields } from './read-fields.ts'

/**
 * Some fields of a tab whose rows belong to customers, with the customer's id also where a row names them by name.
 *
 * @param customers The customers, where they are read already.
 */
export function readLinked(
  kind: TabKind,
  fields: readonly string[],
  customers: Pick<BoundTab, 'at' | 'rows'> | undefined = readFields('customers', () => ['customerId', 'customer']),
): ReadFields | undefined {
  const read = readFields(kind, () => ['customerId', ...fields])
  return read && customers ? byCustomerId(read, customers) : read
}
