import { InputError } from '../../../core/input-error.ts'
import type { CellContext } from '../cell-context.ts'
import { type Argument, type Cell, cellText, isBlank, isRange } from './cell.ts'
import { readDay } from './day.ts'
import { readNumber } from './number.ts'
import { type NumberCheck, wholeFrom } from './number-checks.ts'

/** The one cell of an argument, undefined where it was left out. @throws InputError `notOneValue`. */
function oneCell(argument: string, given: Argument): Cell {
  if (!isRange(given)) return isBlank(given) ? undefined : given
  if (given.length !== 1 || given[0]?.length !== 1) throw new InputError('notOneValue', { argument })
  return isBlank(given[0][0]) ? undefined : given[0][0]
}

/** One of the words in capitals, in any case; the first is the default. @throws InputError `notChoice`. */
export function choice<const T extends string>(argument: string, given: Argument, choices: readonly [T, ...T[]]): T {
  const cell = oneCell(argument, given)
  if (cell === undefined) return choices[0]
  const chosen = choices.find((word) => word === String(cell).trim().toUpperCase())
  if (chosen === undefined) throw new InputError('notChoice', { argument, text: cellText(cell), choices })
  return chosen
}

/** A number, undefined where it was left out. @throws InputError `notNumber`, and what `check` throws. */
export function numberOption(argument: string, given: Argument, check?: NumberCheck): number | undefined {
  const cell = oneCell(argument, given)
  if (cell === undefined) return undefined
  const number = readNumber(cell, { argument })
  check?.(number, { argument })
  return number
}

/** A whole number from `least` to `most`. @throws InputError `notNumber`, `notWhole`, `notAtLeast`, `notWithin`. */
export function wholeOption(argument: string, given: Argument, least: number, most?: number): number | undefined {
  return numberOption(argument, given, wholeFrom(least, most))
}

/** A confidence such as 0.95, the default. @throws InputError `notNumber`, `notConfidence`. */
export function confidenceOption(given: Argument): number {
  const confidence = numberOption('confidence', given) ?? 0.95
  if (confidence <= 0 || confidence >= 1) throw new InputError('notConfidence', { text: String(confidence) })
  return confidence
}

/** A day, undefined where it was left out. @throws InputError `ambiguousDate`, `notDate`. */
export function dayOption(context: CellContext, argument: string, given: Argument): number | undefined {
  const cell = oneCell(argument, given)
  return cell === undefined ? undefined : readDay(cell, () => context.zone, { argument })
}

/** TRUE or FALSE, 1 or 0, else the default. @throws InputError `notChoice`. */
export function flag(argument: string, given: Argument, byDefault: boolean): boolean {
  const cell = oneCell(argument, given)
  if (cell === undefined) return byDefault
  if (cell === 1 || cell === true) return true
  if (cell === 0 || cell === false) return false
  throw new InputError('notChoice', { argument, text: cellText(cell), choices: ['1', '0'] })
}
