import type { Block } from './kpi-layout.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

/** What stands on a sheet as it was last drawn. */
export type Drawn = {
  rows: number
  /** The instant of counting of what stands there. */
  asOf: string
  /** The looks that cells were given. */
  blocks: Block[]
  /** Its charts by their keys, with what they were drawn from. */
  charts: Record<string, { id: number; plan: string }>
}

/** Keys of developer metadata: of the sheet, as it was drawn; of the first of its own rows, wherever that stands now. */
const STATE = 'tiersheet.kpi.drawn'
const ROW = 'tiersheet.kpi.row'

/** What was drawn on a sheet, and the first of its own rows, counted from 1. */
export function drawnOn(sheet: Sheet): { drawn: Drawn | undefined; firstRow: number } {
  const text = found(sheet, STATE)?.getValue()
  const firstRow = found(sheet, ROW)?.getLocation().getRow()?.getRow() ?? 1
  return { drawn: text ? (JSON.parse(text) as Drawn) : undefined, firstRow }
}

export function keepDrawn(sheet: Sheet, drawn: Drawn, firstRow: number): void {
  const text = JSON.stringify(drawn)
  const kept = found(sheet, STATE)
  if (kept) kept.setValue(text)
  else sheet.addDeveloperMetadata(STATE, text, SpreadsheetApp.DeveloperMetadataVisibility.PROJECT)
  if (found(sheet, ROW)) return
  const whole = sheet.getRange(firstRow, 1, 1, sheet.getMaxColumns())
  whole.addDeveloperMetadata(ROW, '', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT)
}

function found(sheet: Sheet, key: string): GoogleAppsScript.Spreadsheet.DeveloperMetadata | undefined {
  return sheet.createDeveloperMetadataFinder().withKey(key).find()[0]
}
