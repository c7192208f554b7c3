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
