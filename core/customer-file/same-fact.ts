import type { Column, PlainCell } from './customer-table.ts'
import { emailKey } from './email-key.ts'
import { phoneKey } from './phone-key.ts'
import { sameCell } from './same-cell.ts'
import { samePhone } from './same-phone.ts'

/** Whether two cells of a column say the same of a customer: one e-mail or phone, however either is written. */
export function sameFact(column: Column, a: PlainCell, b: PlainCell): boolean {
  if (sameCell(column, a, b)) return true
  if (column.key === 'email') {
    const key = emailKey(String(a))
    return key !== undefined && key === emailKey(String(b))
  }
  if (column.key !== 'phone') return false
  const [one, other] = [phoneKey(String(a)), phoneKey(String(b))]
  return one !== undefined && other !== undefined && samePhone(one, other)
}
