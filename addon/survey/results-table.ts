import { InputError } from '../../core/input-error.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { newTab } from '../sheet/tabs/new-tab.ts'
import { isTaken, makeColumns } from '../sheet/writing/free-block.ts'
import { makeRows } from '../sheet/writing/make-rows.ts'
import { TEXT_FORMAT } from '../sheet/writing/safe-text.ts'
import { writeCells, writeNotes } from '../sheet/writing/write-cells.ts'
import { userMessages } from '../user-language.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

export type ResultUnit = 'points' | 'share' | 'mean' | 'count'

/** A table as the form shows it: what it is about, and rows of value, n, figure, low, high under a header. */
export type ShownTable = { about: string; header: string[]; rows: (string | number)[][]; unit: ResultUnit }

/** The selected cell, or a new tab. */
export type TablePlace = 'selected' | 'newTab'

const FIGURE_FORMATS: Record<ResultUnit, string> = { points: '0.0', share: '0.0%', mean: '0.00', count: '#,##0' }

/**
 * Writes a table as values, under a line that says what it is about and as of when. @returns Where: `Notes!A12`.
 *
 * @throws InputError `cellTaken` where something stands in its way.
 */
export function writeResults({ about, header, rows, unit }: ShownTable, place: TablePlace): string {
  const width = header.length
  const line = (cells: (string | number)[]) => Array.from({ length: width }, (_, at) => cells[at] ?? '')
  const values = [line([about]), header, ...rows.map(line)]
  const figure = FIGURE_FORMATS[unit]
  const formats = values.map((_, row) =>
    header.map((_, at) => (row < 2 || at === 0 ? TEXT_FORMAT : at === 1 ? '#,##0' : figure)),
  )
  return written(place, { rows: values.length, columns: width }, (sheet, row, column) => {
    writeCells(sheet.getRange(row, column, values.length, width), values, formats)
    sheet.getRange(row + 1, column, 1, width).setFontWeight('bold')
  })
}

/**
 * Puts a live formula whose result has room, in the figure's number format, with a note of what it is, and says where.
 *
 * @param room Rows and columns that the result fills now.
 * @throws InputError `cellTaken`.
 */
export function putResultsFormula(
  formula: string,
  { unit, note, room }: { unit: ResultUnit; note: string; room: { rows: number; columns: number } },
  place: TablePlace,
): string {
  return written(place, room, (sheet, row, column) => {
    const isTable = room.columns > 1
    const formats = Array.from({ length: room.rows }, () =>
      Array.from({ length: room.columns }, (_, at) => (isTable && at < 2 ? 'General' : FIGURE_FORMATS[unit])),
    )
    sheet.getRange(row, column, room.rows, room.columns).setNumberFormats(formats)
    const cell = sheet.getRange(row, column)
    cell.setFormula(formula)
    writeNotes(cell, [[note]])
  })
}

function written(
  place: TablePlace,
  room: { rows: number; columns: number },
  write: (sheet: Sheet, row: number, column: number) => void,
): string {
  return oneAtATime(() => {
    const isNew = place === 'newTab'
    const selected = isNew ? null : SpreadsheetApp.getActiveRange()
    const sheet = isNew ? newTab(userMessages().surveyResults.tab) : SpreadsheetApp.getActiveSheet()
    const block = { row: selected?.getRow() ?? 1, column: selected?.getColumn() ?? 1, ...room }
    const first = sheet.getRange(block.row, block.column)
    if (isTaken(sheet, block)) throw new InputError('cellTaken', { cell: first.getA1Notation(), ...room })
    makeRows(sheet, block.row + block.rows - 1)
    makeColumns(sheet, block)
    write(sheet, block.row, block.column)
    return `${sheet.getName()}!${first.getA1Notation()}`
  })
}
