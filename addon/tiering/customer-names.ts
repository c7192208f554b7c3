import { readFields } from '../sheet/reading/read-fields.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'

/** Every customer's name and owner, by id, in the order of rows. */
export function customerNames(): Map<string, { name: string; owner: string }> {
  const read = readFields('customers', () => ['customerId', 'customer', 'owner'])
  if (!read) return new Map()
  const { text } = rowReader(read)
  return new Map(
    read.rows.flatMap((line) => {
      const id = text(line, 'customerId')
      return id ? [[id, { name: text(line, 'customer'), owner: text(line, 'owner') }] as const] : []
    }),
  )
}
