import { mergedIds } from '../customer-file/merged-ids.ts'
import { customerRow } from '../sheet/reading/customer-row.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { rowsAt, rowsWith } from '../sheet/reading/rows-of-customer.ts'
import type { CellValue } from '../sheet/reading/table.ts'

export type Person = {
  id: string
  name: string
  /** Theirs, and those of customers that were merged into them. */
  ids: string[]
  /** What rows of other tabs name them by: ids, and the name where nobody else has it. */
  called: string[]
  /** All that tells who they are. */
  words: string[]
}

/** Who a customer of the file is. @throws InputError `missingTab`, `customerGone` */
export function person(id: string): Person {
  const { tab, row } = customerRow(id)
  const { text } = rowReader(tab)
  const cells = rowsAt(tab, [row])[0] as CellValue[]
  const [name = '', email = '', phone = ''] = ['customer', 'email', 'phone'].map((field) => text(cells, field))
  const ids = [id, ...mergedIds()(id)]
  const isOwnName = name !== '' && rowsWith(tab, 'customer', [name]).length === 1
  const called = isOwnName ? [...ids, name] : ids
  return { id, name, ids, called, words: [...ids, name, email, phone].filter(Boolean) }
}
