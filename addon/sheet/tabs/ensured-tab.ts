import { fieldsOf, type TabKind } from '../../../core/tabs/tab-fields.ts'
import { userMessages } from '../../user-language.ts'
import { writeHeader } from '../writing/write-cells.ts'
import { findHeader, type TabHeader } from './bound-tab.ts'
import { fieldFormat } from './field-format.ts'
import { markColumns, markTab } from './tab-marks.ts'

/** Tabs that are kept for the add-on's own use and would only puzzle a reader. */
const HIDDEN: TabKind[] = ['scoreParts']

/** The tab of a kind; made, with headers, formats and marks, where there is none. What the person looks at stays. */
export function ensuredTab(kind: TabKind): TabHeader {
  return findHeader(kind) ?? madeTab(kind)
}

/** Makes the tab of a kind, with headers, formats and marks; what the person looks at stays. */
export function madeTab(kind: TabKind): TabHeader {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const selected = spreadsheet.getActiveRange()
  const { name, headers } = userMessages().tabs[kind]
  const sheet = emptyTab(name) ?? spreadsheet.insertSheet(freeName(name), spreadsheet.getNumSheets())
  const fields: string[] = fieldsOf(kind)
  const header = fields.map((field) => (headers as Record<string, string>)[field] as string)
  if (fields.length > sheet.getMaxColumns())
    sheet.insertColumnsAfter(sheet.getMaxColumns(), fields.length - sheet.getMaxColumns())
  writeHeader(sheet, 0, header)
  fields.forEach((field, position) => {
    sheet.getRange(2, position + 1, sheet.getMaxRows() - 1, 1).setNumberFormat(fieldFormat(kind, field))
  })
  sheet.setFrozenRows(1)
  const at = Object.fromEntries(fields.map((field, position) => [field, position]))
  markTab(sheet, kind)
  markColumns(sheet, kind, header, at)
  selected?.activate()
  if (HIDDEN.includes(kind)) sheet.hideSheet()
  return { kind, sheet, name: sheet.getName(), header, at }
}

/** An empty tab of the name: what a run that was cut short had made so far. */
function emptyTab(name: string): GoogleAppsScript.Spreadsheet.Sheet | undefined {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name)
  return sheet && sheet.getLastColumn() === 0 ? sheet : undefined
}

/** The name, or with a number after it where a tab of another kind has it. */
function freeName(name: string): string {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  let free = name
  for (let number = 2; spreadsheet.getSheetByName(free); number++) free = `${name} ${number}`
  return free
}
