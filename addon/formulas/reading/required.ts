import { InputError } from '../../../core/input-error.ts'

/** What was given for an argument that cannot be left out. @throws InputError `argumentMissing`. */
export function required<T>(argument: string, given: T | undefined): T {
  if (given === undefined) throw new InputError('argumentMissing', { argument })
  return given
}
