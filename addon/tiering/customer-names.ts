import { readFields } from '../sheet/reading/read-fields.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import type { BoundTab } from '../sheet/tabs/bound-tab.ts'

/** Every customer's name and owner, by id, in the order of rows. @param read The customers, where they are read already. */
export function customerNames(
  read: Pick<BoundTab, 'at' | 'rows'> | undefined = readFields('customers', () => ['customerId', 'customer', 'owner']),
): Map<string, { name: string; owner: string }> {
  if (!read) return new Map()
  const { text } = rowReader(read)
  return new Map(
    read.rows.flatMap((line) => {
      const id = text(line, 'customerId')
      return id ? [[id, { name: text(line, 'customer'), owner: text(line, 'owner') }] as const] : []
    }),
  )
}
