import { onNewTab } from './on-new-tab.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

/** Whether marks go where their columns, rows and tabs go. */
export const afterMoves = {
  'a mark of a column, after the column was moved': () =>
    onNewTab((sheet) => {
      mark(sheet.getRange('A:A'))
      sheet.moveColumns(sheet.getRange('A:A'), 4)
      return marks(sheet).map((found) => found.getLocation().getColumn()?.getColumn())
    }),
  'a mark of a row, after a row was put above it': () =>
    onNewTab((sheet) => {
      mark(sheet.getRange('2:2'))
      sheet.insertRowsBefore(1, 1)
      return marks(sheet).map((found) => found.getLocation().getRow()?.getRow())
    }),
  'marks of a tab that was copied': () =>
    onNewTab((sheet) => {
      mark(sheet.getRange('A:A'))
      const copy = sheet.copyTo(SpreadsheetApp.getActiveSpreadsheet())
      const found = marks(copy).length
      SpreadsheetApp.getActiveSpreadsheet().deleteSheet(copy)
      return found
    }),
  'a tab that was hidden': () =>
    onNewTab((sheet) => {
      sheet.hideSheet()
      return sheet.isSheetHidden()
    }),
}

function mark(range: GoogleAppsScript.Spreadsheet.Range): void {
  range.addDeveloperMetadata('probe', 'x', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT)
}

function marks(sheet: Sheet) {
  return sheet.createDeveloperMetadataFinder().withKey('probe').find()
}
