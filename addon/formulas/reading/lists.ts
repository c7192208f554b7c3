import { InputError } from '../../../core/input-error.ts'
import { type Argument, type Cell, cellText, isBlank, isGiven, isRange } from './cell.ts'
import { readNumber } from './number.ts'
import type { NumberCheck } from './number-checks.ts'

/** Numbers in a row, a column or one cell, undefined where left out. @throws InputError `notNumber`, `cellBlank`. */
export function numberList(argument: string, given: Argument, check?: NumberCheck): number[] | undefined {
  return cellList(argument, given)?.map((cell, i) => {
    const place = { argument, row: i + 1 }
    const number = readNumber(cell, place)
    check?.(number, place)
    return number
  })
}

/** Text and numbers in a row, a column or one cell. @throws InputError `notId`, `cellBlank`. */
export function labelList(argument: string, given: Argument): (string | number)[] | undefined {
  return cellList(argument, given)?.map((cell, i) => {
    if (typeof cell === 'string' || typeof cell === 'number') return cell
    throw new InputError('notId', { argument, row: i + 1, text: cellText(cell) })
  })
}

/** All cells of a range of any shape, row by row, blanks among them; [] where left out. */
export function allCells(given: Argument): Cell[] {
  if (!isRange(given)) return isGiven(given) ? [given] : []
  return given.flatMap((row) => [...row])
}

/** The cells up to the last that is filled in. */
function cellList(argument: string, given: Argument): Cell[] | undefined {
  if (!isGiven(given)) return undefined
  const cells = allCells(given)
  while (cells.length > 0 && isBlank(cells[cells.length - 1])) cells.pop()
  if (cells.length === 0) throw new InputError('argumentBlank', { argument })
  const gap = cells.findIndex(isBlank)
  if (gap !== -1) throw new InputError('cellBlank', { argument, row: gap + 1 })
  return cells
}
