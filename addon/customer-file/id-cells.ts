import { idNumber } from '../../core/customer-file/id-number.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { readFields } from '../sheet/reading/read-fields.ts'
import type { CellValue } from '../sheet/reading/table.ts'

/**
 * What makes an id into a cell: what the customer tab holds for it, so that a number stays one; for a customer who is
 * not there, a number where it takes a number's place.
 */
export function idCells(): (id: string, replaced: CellValue) => CellValue {
  const { at = {}, rows = [] } = readFields('customers', () => ['customerId']) ?? {}
  const cells = new Map<string, CellValue>()
  for (const row of rows) {
    const cell = row[at.customerId ?? 0] ?? ''
    if (typeof cell !== 'string') cells.set(customerIdIn(cell), cell)
    else if (cell !== '') cells.set(cell.trim(), cell.trim())
  }
  return (id, replaced) => cells.get(id) ?? (typeof replaced === 'number' ? idNumber(id) : id)
}
