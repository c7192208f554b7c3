import { InputError } from '../../core/input-error.ts'
import { sheetNamed } from '../sheet/reading/table.ts'
import { newTab } from '../sheet/tabs/new-tab.ts'
import { type Block, isTaken, makeColumns } from '../sheet/writing/free-block.ts'
import { answer } from './answer.ts'
import { formulaOf, type GivenCall, type GivenColumns } from './given-call.ts'

/** Where a formula goes: the selected cell, the first free column beside the columns that it reads, or a new tab. */
export type FormulaPlace = 'selected' | 'beside' | 'newTab'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

/**
 * Puts a formula into a cell whose result has room, and says where it is.
 *
 * @throws InputError `noRoom` where something stands in its way, or where it would lie in what it reads itself.
 */
export function insertFunction(call: GivenCall, place: FormulaPlace): string {
  const result = answer(call)
  const columns = call.arguments.filter((given): given is GivenColumns => 'sheet' in given)
  const sheet = sheetFor(place, call, columns)
  const corner = cornerFor(place, sheet, columns)
  const block = { ...corner, rows: result.length, columns: result[0]?.length ?? 1 }
  const first = sheet.getRange(block.row, block.column)
  if (isTaken(sheet, block) || columns.some((read) => read.sheet === sheet.getName() && overlap(read, block))) {
    throw new InputError('noRoom', { cell: first.getA1Notation(), rows: block.rows, columns: block.columns })
  }
  // Sheets adds rows for a result by itself, but no columns.
  makeColumns(sheet, block)
  first.setNumberFormat('General').setFormula(`=${formulaOf(call, sheet.getName())}`)
  return `${sheet.getName()}!${first.getA1Notation()}`
}

function sheetFor(place: FormulaPlace, { name }: GivenCall, [first]: GivenColumns[]): Sheet {
  if (place === 'beside' && first) return sheetNamed(first.sheet)
  if (place !== 'newTab') return SpreadsheetApp.getActiveSheet()
  return newTab(name)
}

function cornerFor(place: FormulaPlace, sheet: Sheet, columns: GivenColumns[]): Pick<Block, 'row' | 'column'> {
  if (place === 'newTab') return { row: 1, column: 1 }
  if (place === 'beside') return { row: columns[0]?.fromRow ?? 1, column: sheet.getLastColumn() + 1 }
  const selected = SpreadsheetApp.getActiveRange()
  return { row: selected?.getRow() ?? 1, column: selected?.getColumn() ?? 1 }
}

function overlap({ fromRow, toRow = Number.POSITIVE_INFINITY, column, columns }: GivenColumns, block: Block): boolean {
  const beside = column + columns <= block.column || block.column + block.columns <= column
  return !beside && fromRow < block.row + block.rows && block.row <= toRow
}
