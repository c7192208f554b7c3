/** What `work` gives on a tab of its own, which goes again afterwards. */
export function onNewTab<T>(work: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => T): T {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const sheet = spreadsheet.insertSheet(`Probe ${Utilities.getUuid().slice(0, 8)}`)
  try {
    return work(sheet)
  } finally {
    spreadsheet.deleteSheet(sheet)
  }
}
