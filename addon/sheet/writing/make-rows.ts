/** Adds rows at the bottom of a tab where it has fewer than are to be written. @param last The last row's number. */
export function makeRows(sheet: GoogleAppsScript.Spreadsheet.Sheet, last: number): void {
  const missing = last - sheet.getMaxRows()
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing)
}
