import { type Argument, type Cell, isRange } from './cell.ts'
import { required } from './required.ts'

/** The rows of an argument that cannot be left out; a single cell is a row of one. @throws InputError `argumentMissing`. */
export function rangeRows(argument: string, given: Argument): readonly (readonly Cell[])[] {
  return isRange(given) ? given : [[required(argument, given)]]
}
