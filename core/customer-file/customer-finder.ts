import { fold } from '../headers.ts'
import { customerIndex, type Match } from './customer-index.ts'
import type { CustomerTable, PlainCell } from './customer-table.ts'

/** How rows name their customers. */
export const customerKeys = ['customerId', 'customer', 'email', 'phone'] as const satisfies (Match | 'customer')[]
export type CustomerKey = (typeof customerKeys)[number]

/** The ids of the customers that a cell fits. */
export type CustomerFinder = (by: CustomerKey, cell: PlainCell) => readonly string[]

/** How many cells are looked at to tell how rows name their customers. */
const LOOKED_AT = 500

/** Finds customers of the file by id, name, e-mail or phone, however they are written. Those without an id are not found. */
export function customerFinder(file: CustomerTable): CustomerFinder {
  const { fits } = customerIndex(file)
  const place = (key: CustomerKey) => file.columns.findIndex((column) => column.key === key)
  const [idAt, nameAt] = [place('customerId'), place('customer')]
  let names: Map<string, number[]> | undefined
  const named = (text: string) => {
    names ??= rowsByName(file, nameAt)
    return names.get(fold(text)) ?? []
  }
  return (by, cell) => {
    const rows = by === 'customer' ? named(String(cell)) : fits(by, cell)
    return rows.map((row) => String(file.rows[row]?.[idAt] ?? '').trim()).filter((id) => id !== '')
  }
}

/** How most cells name their customers; undefined where they name none of the file. */
export function likelyCustomerKey(find: CustomerFinder, cells: readonly PlainCell[]): CustomerKey | undefined {
  const filled = cells.filter((cell) => String(cell).trim() !== '').slice(0, LOOKED_AT)
  const counts = customerKeys.map((by) => ({ by, found: filled.filter((cell) => find(by, cell).length > 0).length }))
  const best = counts.sort((a, b) => b.found - a.found)[0]
  return best && best.found > 0 ? best.by : undefined
}

function rowsByName({ rows }: CustomerTable, at: number): Map<string, number[]> {
  const found = new Map<string, number[]>()
  rows.forEach((row, place) => {
    const name = fold(String(row[at] ?? ''))
    if (name === '') return
    const list = found.get(name)
    if (list) list.push(place)
    else found.set(name, [place])
  })
  return found
}
