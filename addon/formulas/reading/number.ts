import { InputError } from '../../../core/input-error.ts'
import type { CellText } from '../../../core/messages/phrases.ts'
import { type Cell, cellText, isBlank, isFailure } from './cell.ts'

/** Digits with at most one decimal point. */
const PLAIN = /^\s*[+-]?(?:\d+|\d*\.\d+)\s*$/
/** What is twelve thousand five hundred in some countries, and twelve and a half in others. */
const MAYBE_THOUSANDS = /^\s*[+-]?[1-9]\d{0,2}\.\d{3}\s*$/

/** The number in a cell; one written as text counts where it reads in one way only. Otherwise undefined. */
export function findNumber(cell: Cell): number | undefined {
  // Infinity and NaN leave NaN.
  if (typeof cell === 'number') return cell - cell === 0 ? cell : undefined
  if (typeof cell !== 'string' || !PLAIN.test(cell) || MAYBE_THOUSANDS.test(cell)) return undefined
  return Number(cell)
}

/** @throws InputError `ambiguousNumber` for text such as 1,200 or 12,5, else `notNumber`. */
export function readNumber(cell: Cell, place: Omit<CellText, 'text'>): number {
  const number = findNumber(cell)
  if (number !== undefined) return number
  const code = typeof cell === 'string' && /^\s*[+-]?\d[\d.,]*\s*$/.test(cell) ? 'ambiguousNumber' : 'notNumber'
  throw new InputError(code, { ...place, text: cellText(cell) })
}

/** Text that is no number, nor an attempt at one. */
export function isNumberHeading(cell: Cell): boolean {
  return typeof cell === 'string' && !isBlank(cell) && !/^[\s#¥$€£(+-]*[\d.,]+[\s%)]*$/.test(cell) && !isFailure(cell)
}
