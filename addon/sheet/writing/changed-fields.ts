import { type Cell, isDate } from '../../formulas/reading/cell.ts'
import type { NewRow } from './write-rows.ts'

/** Only the fields that are another than before, so that a formula beside them stays when the row is written. */
export function changedFields(row: NewRow, before: NewRow): NewRow {
  return Object.fromEntries(Object.entries(row).filter(([field, value]) => !isSame(value, before[field])))
}

function isSame(one: Cell, other: Cell): boolean {
  return isDate(one) && isDate(other) ? one.getTime() === other.getTime() : one === other
}
