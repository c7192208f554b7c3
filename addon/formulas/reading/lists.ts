import { InputError } from '../../../core/input-error.ts'
import type { Place } from '../../../core/messages/phrases.ts'
import { type Argument, type Cell, cellText, isBlank, isGiven, isRange } from './cell.ts'
import { readNumber } from './number.ts'
import type { NumberCheck } from './number-checks.ts'

/** Numbers in a row, a column or one cell, undefined where left out. @throws InputError `notNumber`, `listGap`. */
export function numberList(argument: string, given: Argument, check?: NumberCheck): number[] | undefined {
  return cellList(argument, given)?.map((cell, i) => {
    const place = placeIn(argument, given, i)
    const number = readNumber(cell, place)
    check?.(number, place)
    return number
  })
}

/** Text and numbers in a row, a column or one cell. @throws InputError `notId`, `listGap`. */
export function labelList(argument: string, given: Argument): (string | number)[] | undefined {
  return cellList(argument, given)?.map((cell, i) => {
    if (typeof cell === 'string' || typeof cell === 'number') return cell
    throw new InputError('notId', { ...placeIn(argument, given, i), text: cellText(cell) })
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
  if (gap !== -1) throw new InputError('listGap', placeIn(argument, given, gap))
  return cells
}

/** Where the cell is that is in this place when the range is read row by row. */
function placeIn(argument: string, given: Argument, at: number): Place {
  const width = isRange(given) ? (given[0]?.length ?? 1) : 1
  return isRange(given) && given.length === 1 && width > 1
    ? { argument, inColumn: at + 1 }
    : { argument, row: Math.floor(at / width) + 1 }
}
