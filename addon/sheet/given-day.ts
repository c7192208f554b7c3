import { dayCell } from './now.ts'
import { dayOf } from './reading/day-of.ts'
import type { CellValue } from './reading/table.ts'

/** A day as a form gives it, a text or days since 1970-01-01, for a cell; blank where there is none. @throws as `dayOf`. */
export function givenDay(value: string | number | undefined, field: string): CellValue {
  if (value === undefined || value === '') return ''
  return dayCell(typeof value === 'number' ? value : dayOf(value, field))
}
