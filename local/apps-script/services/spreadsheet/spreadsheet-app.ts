import { emulated } from '../emulated.ts'
import { developerMetadataVisibility } from './developer-metadata.ts'
import { developerMetadataLocationType } from './metadata-location.ts'
import { rangeOf } from './range.ts'
import { type Sheet, sheetOf } from './sheet.ts'
import { spreadsheet } from './spreadsheet.ts'
import { ui } from './ui.ts'
import { facts, workbook } from './workbook.ts'

/** The global `SpreadsheetApp`. */
export const spreadsheetApp = emulated('SpreadsheetApp', {
  DeveloperMetadataLocationType: developerMetadataLocationType,
  DeveloperMetadataVisibility: developerMetadataVisibility,
  getActive: spreadsheet,
  getActiveSpreadsheet: spreadsheet,
  getActiveSheet: () => sheetOf(facts().activeSheetId),
  getActiveRange: () => rangeOf(workbook('selection', {})),
  getSelection: () =>
    emulated('Selection', {
      getActiveRange: () => rangeOf(workbook('selection', {})),
      getActiveSheet: () => sheetOf(facts().activeSheetId),
    }),
  setActiveSheet: (sheet: Sheet) => spreadsheet().setActiveSheet(sheet),
  getUi: ui,
  flush() {
    workbook('flush', {})
  },
})
