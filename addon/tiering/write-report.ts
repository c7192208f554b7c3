import type { CellValue } from '../sheet/reading/table.ts'
import { newTab } from '../sheet/tabs/new-tab.ts'
import { makeRows } from '../sheet/writing/make-rows.ts'
import { TEXT_FORMAT } from '../sheet/writing/safe-text.ts'
import { writeBlock, writeHeader } from '../sheet/writing/write-cells.ts'

/** A table for a tab of its own; formats are those of its columns, text by default. */
export type Report = { name: string; header: string[]; rows: CellValue[][]; formats?: (string | undefined)[] }

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

/** The key of the developer metadata that marks a tab as one that this add-on wrote and may write again. */
const MARK = 'tiersheet.report'

/**
 * Writes a report to its tab and shows it: the tab that an earlier report of the same name was written to, else a new one.
 * A tab that a person made, or wrote into since, is never written over.
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
  markReport(sheet, name)
  SpreadsheetApp.getActiveSpreadsheet().setActiveSheet(sheet)
  return sheet.getName()
}

function reportTab(name: string): Sheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const found = spreadsheet
    .createDeveloperMetadataFinder()
    .withKey(MARK)
    .find()
    .map((mark) => ({ value: mark.getValue(), sheet: mark.getLocation().getSheet() }))
    .find(({ value, sheet }) => sheet && JSON.parse(value ?? '[]')[0] === name && value === markOf(sheet, name))?.sheet
  if (found) return found
  return newTab(name, spreadsheet.getNumSheets())
}

function markReport(sheet: Sheet, name: string): void {
  for (const mark of sheet.createDeveloperMetadataFinder().withKey(MARK).find()) mark.remove()
  sheet.addDeveloperMetadata(MARK, markOf(sheet, name), SpreadsheetApp.DeveloperMetadataVisibility.PROJECT)
}

/** Which report a tab is, and all that it holds: sorting it or moving its columns changes nothing, typing into it does. */
function markOf(sheet: Sheet, name: string): string {
  let held = 0
  for (const row of sheet.getDataRange().getValues()) {
    for (const cell of row) if (cell !== '') held = (held + hash(String(cell))) | 0
  }
  return JSON.stringify([name, sheet.getSheetId(), held])
}

function hash(text: string): number {
  let value = text.length
  for (let at = 0; at < text.length; at++) value = (Math.imul(value, 31) + text.charCodeAt(at)) | 0
  return value
}
