import { safeText } from './safe-text.ts'
import type { CellValue } from './table.ts'

/** The number format of plain text: what it holds is never read as a formula. */
export const TEXT_FORMAT = '@'

/** Writes a block of cells in one step after their number formats. No text can turn into a formula. */
export function writeCells(
  range: GoogleAppsScript.Spreadsheet.Range,
  values: CellValue[][],
  formats: string[][],
): void {
  range.setNumberFormats(formats)
  range.setValues(
    values.map((row, at) =>
      row.map((value, column) => (formats[at]?.[column] === TEXT_FORMAT ? value : safeText(value))),
    ),
  )
}

/** Writes header cells from a position on, counted from 0, as bold text. */
export function writeHeader(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  position: number,
  header: readonly string[],
): void {
  const range = sheet.getRange(1, position + 1, 1, header.length)
  writeCells(range, [[...header]], [header.map(() => TEXT_FORMAT)])
  range.setFontWeight('bold')
}

/**
 * Writes a block in one step, its columns each in one number format, or as they are where none is given.
 *
 * No text can turn into a formula.
 */
export function writeBlock(
  range: GoogleAppsScript.Spreadsheet.Range,
  values: CellValue[][],
  formats: readonly (string | undefined)[],
): void {
  formats.forEach((format, column) => {
    if (format !== undefined) range.offset(0, column, values.length, 1).setNumberFormat(format)
  })
  range.setValues(
    values.map((row) => row.map((value, column) => (formats[column] === TEXT_FORMAT ? value : safeText(value)))),
  )
}
