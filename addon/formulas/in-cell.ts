import { errorText, InputError } from '../../core/input-error.ts'
import { Refusal } from '../refusal.ts'
import { type CellContext, cellContext } from './cell-context.ts'
import type { Result } from './reading/cell.ts'

/** Sheets refuses results of about half a million cells without saying why. */
const MOST_CELLS = 400_000

/**
 * Runs a formula. What the person can mend is thrown as `NAME: sentence` in the spreadsheet's language.
 *
 * @throws Error for bad arguments and for results over 400,000 cells.
 */
export function inCell(name: string, work: (context: CellContext) => Result): Result {
  const context = cellContext()
  try {
    return checkedSize(work(context))
  } catch (error) {
    if (error instanceof InputError) throw new Error(`${name}: ${errorText(error, context.messages)}`)
    throw error instanceof Refusal ? new Error(`${name}: ${error.message}`) : error
  }
}

function checkedSize(result: Result): Result {
  if (!Array.isArray(result)) return result
  const cells = result.length * (result[0]?.length ?? 0)
  if (cells > MOST_CELLS) throw new InputError('tooManyCells', { cells, most: MOST_CELLS })
  return result
}
