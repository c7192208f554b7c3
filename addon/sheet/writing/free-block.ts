type Sheet = GoogleAppsScript.Spreadsheet.Sheet

/** A block of cells, from its first row and column, counted from 1. */
export type Block = { row: number; column: number; rows: number; columns: number }

/** Whether something stands in a block: a value, or a formula that shows nothing. */
export function isTaken(sheet: Sheet, { row, column, rows, columns }: Block): boolean {
  const height = Math.min(rows, sheet.getLastRow() - row + 1)
  const width = Math.min(columns, sheet.getLastColumn() - column + 1)
  if (height < 1 || width < 1) return false
  const range = sheet.getRange(row, column, height, width)
  return [...range.getValues(), ...range.getFormulas()].flat().some((cell) => cell !== '')
}

/** Adds the columns that a block needs and the sheet lacks. */
export function makeColumns(sheet: Sheet, { column, columns }: Block): void {
  const missing = column + columns - 1 - sheet.getMaxColumns()
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing)
}
