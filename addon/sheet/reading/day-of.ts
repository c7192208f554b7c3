import { InputError } from '../../../core/input-error.ts'
import { cellContext } from '../../formulas/cell-context.ts'
import { readDay } from '../../formulas/reading/day.ts'

/** The day of a form's date field, in days since 1970-01-01. @throws InputError `blankField`, `notDate`, `ambiguousDate`. */
export function dayOf(text: string, field: string): number {
  if (!text.trim()) throw new InputError('blankField', { field })
  return readDay(text, () => cellContext().zone, { argument: field })
}
