import type { CellValue } from '../sheet/reading/table.ts'
import { makeRows } from '../sheet/writing/make-rows.ts'
import { TEXT_FORMAT } from '../sheet/writing/safe-text.ts'
import { writeBlock, writeHeader } from '../sheet/writing/write-cells.ts'

/** A table for a tab of its own; formats are those of its columns, text by default. */
export type Report = { name: string; header: string[]; rows: CellValue[][]; formats?: (string | undefined)[] }

/** The key of the developer metadata that marks a tab as one that this add-on wrote and may write again. */
const MARK = 'tiersheet.report'

/**
 * Writes a report to its tab and shows it: the tab that an earlier report of the same name was written to, else a new one.
 * A tab that a person made is never written over.
 *
 * @returns The tab's name.
 */
export function writeReport({ name, header, rows, formats = [] }: Report): string {
  const sheet = reportTab(name)
  makeRows(sheet, rows.length + 1)
  const wide = header.length - sheet.getMaxColumns()
  if (wide > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), wide)
  sheet.clearContents()
  writeHeader(sheet, 0, header)
  if (rows.length > 0) {
    const columns = header.map((_, column) => formats[column] ?? TEXT_FORMAT)
    writeBlock(sheet.getRange(2, 1, rows.length, header.length), rows, columns)
  }
  sheet.setFrozenRows(1)
  SpreadsheetApp.getActiveSpreadsheet().setActiveSheet(sheet)
  return sheet.getName()
}

function reportTab(name: string): GoogleAppsScript.Spreadsheet.Sheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const found = spreadsheet
    .createDeveloperMetadataFinder()
    .withKey(MARK)
    .find()
    .map((mark) => ({ value: mark.getValue(), sheet: mark.getLocation().getSheet() }))
    .find(({ value, sheet }) => sheet && value === `${name}:${sheet.getSheetId()}`)?.sheet
  if (found) return found as GoogleAppsScript.Spreadsheet.Sheet
  let free = name
  for (let number = 2; spreadsheet.getSheetByName(free); number++) free = `${name} ${number}`
  const sheet = spreadsheet.insertSheet(free, spreadsheet.getNumSheets())
  sheet.addDeveloperMetadata(MARK, `${name}:${sheet.getSheetId()}`, SpreadsheetApp.DeveloperMetadataVisibility.PROJECT)
  return sheet
}
