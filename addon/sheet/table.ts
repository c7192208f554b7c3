import { columnOf, type Field } from '../../core/headers.ts'
import { InputError } from '../../core/input-error.ts'

export type CellValue = string | number | boolean | Date

/** A sheet's rows under the header in its first row, as one read found them. */
export type Table = { name: string; header: string[]; rows: CellValue[][] }

/** Reads a whole sheet in one call. Rows that are blank throughout stay in place. */
export function readTable(sheet: GoogleAppsScript.Spreadsheet.Sheet): Table {
  const [header = [], ...rows] = sheet.getDataRange().getValues() as CellValue[][]
  return { name: sheet.getName(), header: header.map((cell) => String(cell).trim()), rows }
}

/** One column's cells, top to bottom. */
export function column(table: Table, position: number): CellValue[] {
  return table.rows.map((row) => row[position] ?? '')
}

/** The sheet of that name. @throws InputError `missingSheet` */
export function sheetNamed(name: string): GoogleAppsScript.Spreadsheet.Sheet {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name)
  if (!sheet) throw new InputError('missingSheet', { sheet: name })
  return sheet
}

/** Where a field is in the table. @throws InputError `missingColumn` */
export function requiredColumn(table: Table, field: Field, shownAs: string): number {
  const position = columnOf(table.header, field)
  if (position === undefined) throw new InputError('missingColumn', { table: table.name, column: shownAs })
  return position
}
