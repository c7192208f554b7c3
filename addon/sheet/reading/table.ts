import { InputError } from '../../../core/input-error.ts'

export type CellValue = string | number | boolean | Date

/** A sheet's rows under the header in its first row, as one read found them. */
export type Table = { header: string[]; rows: CellValue[][] }

/** Reads a whole sheet in one call. Rows that are blank throughout stay in place. */
export function readTable(sheet: GoogleAppsScript.Spreadsheet.Sheet): Table {
  const [header = [], ...rows] = sheet.getDataRange().getValues() as CellValue[][]
  return { header: header.map((cell) => String(cell).trim()), rows }
}

/** The sheet of that name. @throws InputError `missingSheet` */
export function sheetNamed(name: string): GoogleAppsScript.Spreadsheet.Sheet {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name)
  if (!sheet) throw new InputError('missingSheet', { sheet: name })
  return sheet
}
