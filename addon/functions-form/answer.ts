import type { Argument, Cell, Result } from '../formulas/reading/cell.ts'
import { sheetNamed } from '../sheet/reading/table.ts'
import { type GivenArgument, type GivenCall, typedArgument } from './given-call.ts'

/** What the custom function gives back for a call, as rows: the cells are read as it would be given them. */
export function answer({ name, arguments: given }: GivenCall): Cell[][] {
  // The script's functions are its globals; no other name begins like this.
  const run = /^TS_[A-Z_]+$/.test(name) ? (globalThis as unknown as Record<string, Run>)[name] : undefined
  if (run === undefined) throw new Error(name)
  const args = given.map(argument)
  while (args.length > 0 && args[args.length - 1] === undefined) args.pop()
  const result = run(...args.map((each) => (each === undefined ? '' : each)))
  return Array.isArray(result) ? result : [[result]]
}

type Run = (...args: Argument[]) => Result

function argument(given: GivenArgument): Argument {
  if ('sheet' in given) {
    const sheet = sheetNamed(given.sheet)
    const { fromRow, toRow = Math.max(fromRow, sheet.getLastRow()), column, columns } = given
    return cellsOf(sheet.getRange(fromRow, column, toRow - fromRow + 1, columns))
  }
  if (!given.typed.trim()) return undefined
  const typed = typedArgument(given.typed)
  if (typed.kind === 'value') return typed.value
  if (typed.kind === 'list') return typed.rows
  if (typed.kind === 'day') return dayText(typed)
  return cellsOf(SpreadsheetApp.getActiveSpreadsheet().getRange(typed.notation))
}

/** DATE carries what is over a month into the next, as it does in a cell. */
function dayText({ year, month, day }: { year: number; month: number; day: number }): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

function cellsOf(range: GoogleAppsScript.Spreadsheet.Range): Argument {
  const rows = range.getValues() as Cell[][]
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows
}
