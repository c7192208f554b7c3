import type { CellValue } from './table.ts'

/** The rows of tabs that were read, by the sheet's id; undefined outside of `readingOnce`. */
let known: Map<number, CellValue[][]> | undefined

/** Does work for which each tab is read once, whoever asks for its rows. The work may not change any cell. */
export function readingOnce<T>(work: () => T): T {
  if (known) return work()
  known = new Map()
  try {
    return work()
  } finally {
    known = undefined
  }
}

/** All rows of a tab, its header first. */
export function tabValues(sheet: GoogleAppsScript.Spreadsheet.Sheet): CellValue[][] {
  const id = sheet.getSheetId()
  const values = known?.get(id) ?? (sheet.getDataRange().getValues() as CellValue[][])
  known?.set(id, values)
  return values
}
