import { type Argument, isRange } from '../reading/cell.ts'
import { type Column, numberColumn } from '../reading/column.ts'
import { rangeRows } from '../reading/range-rows.ts'
import { findFlag, isFlagHeading } from './flag-column.ts'

/** Each column of a range as numbers, TRUE and FALSE as 1 and 0. @throws InputError `argumentMissing` here, `notNumber` when read. */
export function featureColumns(argument: string, given: Argument): Column<number>[] {
  const rows = rangeRows(argument, given)
  return (rows[0] ?? []).map((_, position) => {
    const column = numberColumn(
      argument,
      rows.map((row) => [row[position]]),
    )
    return {
      ...column,
      isRange: isRange(given),
      isHeading: isFlagHeading,
      read: (cell, place) => findFlag(cell) ?? column.read(cell, place),
    }
  })
}
