import { idKey } from '../tabs/id-key.ts'
import type { Cells, CustomerTable, PlainCell } from './customer-table.ts'
import { emailKey } from './email-key.ts'
import { type PhoneKey, phoneKey } from './phone-key.ts'
import { samePhone } from './same-phone.ts'

/** By what a row of an import finds its customer. */
export type Match = 'customerId' | 'email' | 'phone'

export type CustomerIndex = {
  /** The rows of the customers that a value fits, from 0. */
  fits: (match: Match, value: PlainCell) => readonly number[]
}

/** The customers of the file by id, e-mail and phone. An id that is written exactly so wins over one that is not. */
export function customerIndex(file: CustomerTable): CustomerIndex {
  const exact = once(() => rowsBy(file, 'customerId', (text) => text.trim()))
  const ids = once(() => rowsBy(file, 'customerId', idKey))
  const emails = once(() => rowsBy(file, 'email', emailKey))
  const phones = once(() => rowsBy(file, 'phone', (text) => phoneKey(text)?.national))
  const phoneAt = file.columns.findIndex(({ key }) => key === 'phone')
  return {
    fits(match, value) {
      const text = String(value)
      if (match === 'customerId') return exact().get(text.trim()) ?? ids().get(idKey(text)) ?? []
      if (match === 'email') return emails().get(emailKey(text) ?? '') ?? []
      const key = phoneKey(text)
      const same = (row: number) => samePhone(key as PhoneKey, phoneKey(String(file.rows[row]?.[phoneAt])) as PhoneKey)
      return key ? (phones().get(key.national) ?? []).filter(same) : []
    },
  }
}

/** What a row's cell comes down to for a match; undefined where it is blank or none. */
export function matchKey(match: Match, cells: Cells): string | undefined {
  const cell = cells[match]
  if (cell === undefined) return undefined
  const text = String(cell)
  if (match === 'customerId') return idKey(text) || undefined
  return match === 'email' ? emailKey(text) : phoneKey(text)?.national
}

function rowsBy(
  { columns, rows }: CustomerTable,
  field: Match,
  keyOf: (text: string) => string | undefined,
): Map<string, number[]> {
  const at = columns.findIndex(({ key }) => key === field)
  const found = new Map<string, number[]>()
  if (at < 0) return found
  rows.forEach((row, index) => {
    const key = keyOf(String(row[at] ?? ''))
    if (!key) return
    const list = found.get(key)
    if (list) list.push(index)
    else found.set(key, [index])
  })
  return found
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
