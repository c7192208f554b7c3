import { emulated } from '../emulated.ts'
import { dataValidationBuilder, dataValidationCriteria } from './data-validation.ts'
import { developerMetadataVisibility } from './developer-metadata.ts'
import { developerMetadataLocationType } from './metadata-location.ts'
import { protectionType } from './protection.ts'
import { rangeOf } from './range.ts'
import { type Sheet, sheetOf } from './sheet.ts'
import { recalculationInterval, spreadsheet } from './spreadsheet.ts'
import { ui } from './ui.ts'
import { facts, workbook } from './workbook.ts'

/** The global `SpreadsheetApp`. */
export const spreadsheetApp = emulated('SpreadsheetApp', {
  DataValidationCriteria: dataValidationCriteria,
  DeveloperMetadataLocationType: developerMetadataLocationType,
  DeveloperMetadataVisibility: developerMetadataVisibility,
  ProtectionType: protectionType,
  RecalculationInterval: recalculationInterval,
  newDataValidation: () => dataValidationBuilder(),
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
