import { cellDay } from './cell-day.ts'
import type { Column, PlainCell } from './customer-table.ts'

/** Whether two cells of a column say the same: as a day, as a number, or letter by letter but for outer spaces. */
export function sameCell({ type }: Pick<Column, 'type'>, a: PlainCell, b: PlainCell): boolean {
  if (a === b) return true
  const [one, other] = [String(a).trim(), String(b).trim()]
  if (one === other) return true
  if (one === '' || other === '') return false
  if (type === 'date') {
    const day = cellDay(a, undefined)
    return day !== undefined && day !== 'ambiguous' && day === cellDay(b, undefined)
  }
  const isNumber = type === 'number' || type === 'money' || type === 'percent'
  if (isNumber || typeof a === 'number' || typeof b === 'number') return Number(one) === Number(other)
  return typeof a === 'boolean' || typeof b === 'boolean' ? one.toLowerCase() === other.toLowerCase() : false
}
