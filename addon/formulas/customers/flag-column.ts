import { InputError } from '../../../core/input-error.ts'
import type { CellPlace } from '../../../core/messages/phrases.ts'
import { type Argument, type Cell, cellText } from '../reading/cell.ts'
import { type Column, numberColumn } from '../reading/column.ts'
import { isNumberHeading } from '../reading/heading.ts'
import { findNumber } from '../reading/number.ts'

/** A column of yes and no: 1 or TRUE, and 0 or FALSE. @throws InputError `argumentMissing`, `notOneColumn` here, `notFlag` when read. */
export function flagColumn(argument: string, given: Argument): Column<0 | 1> {
  return {
    ...numberColumn(argument, given),
    isHeading: isFlagHeading,
    read: readFlag,
  }
}

/** @throws InputError `notFlag`. */
export function readFlag(cell: Cell, place: CellPlace): 0 | 1 {
  const flag = findFlag(cell)
  if (flag === undefined) throw new InputError('notFlag', { ...place, text: cellText(cell) })
  return flag
}

/** Text above yes and no: neither of them itself. */
export function isFlagHeading(cell: Cell): boolean {
  return isNumberHeading(cell) && !/^\s*(?:yes|no|true|false|是|否)\s*$/i.test(`${cell}`)
}

/** 1 for TRUE and 1, 0 for FALSE and 0, also where they are text; otherwise undefined. */
export function findFlag(cell: Cell): 0 | 1 | undefined {
  const word = typeof cell === 'string' ? cell.trim().toUpperCase() : cell
  if (word === true || word === 'TRUE') return 1
  if (word === false || word === 'FALSE') return 0
  const number = findNumber(cell)
  return number === 0 || number === 1 ? number : undefined
}
