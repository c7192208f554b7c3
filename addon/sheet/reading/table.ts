import { InputError } from '../../../core/input-error.ts'

export type CellValue = string | number | boolean | Date

/** The sheet of that name. @throws InputError `missingSheet` */
export function sheetNamed(name: string): GoogleAppsScript.Spreadsheet.Sheet {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name)
  if (!sheet) throw new InputError('missingSheet', { sheet: name })
  return sheet
}
