import { InputError } from '../../core/input-error.ts'

/** @throws InputError `spanEmpty` for days that end before they begin, which the table would not take. */
export function refuseEmptySpan(from: string, to: string): void {
  if (from > to) throw new InputError('spanEmpty', undefined)
}
