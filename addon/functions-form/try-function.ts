import type { Cell } from '../formulas/reading/cell.ts'
import { isDate } from '../formulas/reading/cell.ts'
import type { ShownCell } from '../reference/reference.ts'
import { answer } from './answer.ts'
import type { GivenCall } from './given-call.ts'

/** The first rows of a result and the size of all of it. */
export type TriedFunction = { cells: ShownCell[][]; rows: number; columns: number }

const SHOWN_ROWS = 12

/** What a function would give back. Nothing is written. */
export function tryFunction(call: GivenCall): TriedFunction {
  const result = answer(call)
  const zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone()
  const shown = (cell: Cell): ShownCell =>
    isDate(cell) ? { date: Utilities.formatDate(cell as Date, zone, 'yyyy-MM-dd') } : ((cell ?? '') as ShownCell)
  return {
    cells: result.slice(0, SHOWN_ROWS).map((row) => row.map(shown)),
    rows: result.length,
    columns: result[0]?.length ?? 0,
  }
}
