import { findHeader, visibleHeaders } from '../sheet/tabs/bound-tab.ts'

/** What the form knows of the spreadsheet: every tab with its headings, what is selected, the likely customer tab. */
export type FunctionsSetup = {
  tabs: { name: string; header: string[]; lastRow: number }[]
  selection: { sheet: string; row: number; column: number; rows: number; columns: number }
  customers: string
}

export function functionsSetup(): FunctionsSetup {
  const range = SpreadsheetApp.getActiveRange()
  return {
    tabs: visibleHeaders().map(({ sheet, name, header }) => ({ name, header, lastRow: sheet.getLastRow() })),
    selection: {
      sheet: SpreadsheetApp.getActiveSheet().getName(),
      row: range?.getRow() ?? 1,
      column: range?.getColumn() ?? 1,
      rows: range?.getNumRows() ?? 1,
      columns: range?.getNumColumns() ?? 1,
    },
    customers: findHeader('customers')?.name ?? '',
  }
}
