import type { CustomerId } from '../../../core/customers/orders.ts'
import { InputError } from '../../../core/input-error.ts'
import type { CellPlace } from '../../../core/messages/phrases.ts'
import type { CellContext } from '../cell-context.ts'
import { type Argument, type Cell, cellText, isFailure, isRange } from './cell.ts'
import { readDay } from './day.ts'
import { isDayHeading, isNumberHeading } from './heading.ts'
import { readNumber } from './number.ts'
import type { NumberCheck } from './number-checks.ts'
import { rangeRows } from './range-rows.ts'

/** One column of a formula's input, with how its cells are read. */
export type Column<T> = {
  argument: string
  /** The range as it was given, its rows of one cell each. */
  rows: readonly (readonly Cell[])[]
  isRange: boolean
  /** The value of a cell that is not blank. */
  read: (cell: Cell, place: CellPlace) => T
  /** Whether a first cell can only be a heading; absent where any text may be data. */
  isHeading?: (cell: Cell) => boolean
}

/** @throws InputError `argumentMissing`, `notOneColumn` here, `notId` when read. */
export function idColumn(argument: string, given: Argument): Column<CustomerId> {
  return { ...columnCells(argument, given), read: readId }
}

/** @throws InputError `argumentMissing`, `notOneColumn` here, `notNumber` and what `check` throws when read. */
export function numberColumn(argument: string, given: Argument, check?: NumberCheck): Column<number> {
  return {
    ...columnCells(argument, given),
    isHeading: isNumberHeading,
    read: (cell, place) => {
      const number = readNumber(cell, place)
      check?.(number, place)
      return number
    },
  }
}

/** @throws InputError `argumentMissing`, `notOneColumn` here, `ambiguousDate`, `notDate` when read. */
export function dayColumn(context: CellContext, argument: string, given: Argument): Column<number> {
  const zone = () => context.zone
  return {
    ...columnCells(argument, given),
    isHeading: isDayHeading,
    read: (cell, place) => readDay(cell, zone, place),
  }
}

function readId(cell: Cell, place: CellPlace): CustomerId {
  if ((typeof cell === 'string' || typeof cell === 'number') && !isFailure(cell)) return cell
  throw new InputError('notId', { ...place, text: cellText(cell) })
}

function columnCells(argument: string, given: Argument): Pick<Column<unknown>, 'argument' | 'rows' | 'isRange'> {
  const rows = rangeRows(argument, given)
  const columns = rows[0]?.length ?? 0
  if (columns !== 1) throw new InputError('notOneColumn', { argument, columns })
  return { argument, rows, isRange: isRange(given) }
}
