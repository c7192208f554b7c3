import { likelyCustomers, tabHeaders } from '../standard/likely-tabs.ts'

/** What the form knows of the spreadsheet: every tab with its headings, what is selected, the likely customer tab. */
export type FunctionsSetup = {
  tabs: { name: string; header: string[]; lastRow: number }[]
  selection: { sheet: string; row: number; column: number; rows: number; columns: number }
  customers: string
}

export function functionsSetup(): FunctionsSetup {
  const headers = tabHeaders()
  const sheets = SpreadsheetApp.getActiveSpreadsheet().getSheets()
  const range = SpreadsheetApp.getActiveRange()
  return {
    tabs: headers.map((tab, at) => ({ ...tab, lastRow: sheets[at]?.getLastRow() ?? 0 })),
    selection: {
      sheet: SpreadsheetApp.getActiveSheet().getName(),
      row: range?.getRow() ?? 1,
      column: range?.getColumn() ?? 1,
      rows: range?.getNumRows() ?? 1,
      columns: range?.getNumColumns() ?? 1,
    },
    customers: likelyCustomers(headers),
  }
}
