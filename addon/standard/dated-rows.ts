import { InputError } from '../../core/input-error.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import type { BoundTab } from '../sheet/tabs/bound-tab.ts'

/** Rows of a tab with the customer and day of each, and the number that each has in the tab. */
export type DatedRows = { tab: string; ids: readonly string[]; days: readonly number[]; rows: readonly number[] }

/** Where a column's cells are, for errors; one for all its rows. A column that is not there reads as blank. */
export type Place = { column: number; argument: string; row: number }

export function placeOf({ name, header }: BoundTab, column: number | undefined): Place {
  return { column: column ?? -1, argument: `${name}, ${header[column ?? -1] ?? ''}`, row: 0 }
}

/** @throws InputError `cellBlank` where the row names no customer. */
export function customerIn(row: readonly CellValue[], place: Place): string {
  const id = customerIdIn(row[place.column])
  if (!id) throw new InputError('cellBlank', place)
  return id
}
