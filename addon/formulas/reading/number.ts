import { InputError } from '../../../core/input-error.ts'
import type { Place } from '../../../core/messages/phrases.ts'
import { type Cell, cellText } from './cell.ts'
import { plainText } from './plain-text.ts'

/** Digits with at most one decimal point. */
const PLAIN = /^\s*[+-]?(?:\d+|\d*\.\d+)\s*$/
/** What is twelve thousand five hundred in some countries, and twelve and a half in others. */
const MAYBE_THOUSANDS = /^\s*[+-]?[1-9]\d{0,2}\.\d{3}\s*$/

/** The number in a cell; one written as text counts where it reads in one way only. Otherwise undefined. */
export function findNumber(cell: Cell): number | undefined {
  // Infinity and NaN leave NaN.
  if (typeof cell === 'number') return cell - cell === 0 ? cell : undefined
  if (typeof cell !== 'string') return undefined
  const text = plainText(cell)
  return PLAIN.test(text) && !MAYBE_THOUSANDS.test(text) ? Number(text) : undefined
}

/** @throws InputError `ambiguousNumber` for text such as 1,200 or 12,5, else `notNumber`. */
export function readNumber(cell: Cell, place: Place): number {
  const number = findNumber(cell)
  if (number !== undefined) return number
  const isAmbiguous = typeof cell === 'string' && /^\s*[+-]?\d[\d.,]*\s*$/.test(plainText(cell))
  throw new InputError(isAmbiguous ? 'ambiguousNumber' : 'notNumber', { ...place, text: cellText(cell) })
}
