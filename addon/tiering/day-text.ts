import { periodLabel } from '../../core/calendar/periods.ts'
import { InputError } from '../../core/input-error.ts'
import { cellContext } from '../formulas/cell-context.ts'
import { readDay } from '../formulas/reading/day.ts'

/** A day as forms send and show it: `2026-03-31`. */
export function dayText(day: number): string {
  return periodLabel(Math.floor(day), 'DAY')
}

/** The day of a form's date field. @throws InputError `blankField`, `notDate`. */
export function dayOf(text: string, field: string): number {
  if (!text.trim()) throw new InputError('blankField', { field })
  return readDay(text, () => cellContext().zone, { argument: field })
}
