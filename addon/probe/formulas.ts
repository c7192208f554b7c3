import { onNewTab } from './on-new-tab.ts'

/** What custom functions are given, may read and may return. */
export const formulas = {
  'an argument left out between commas': () => shown('=PROBE_ARGUMENTS(1,,"x")'),
  'an empty cell as an argument': () => shown('=PROBE_ARGUMENTS(B1,1,1)'),
  'a Date that a custom function returns': () => onNewTab((sheet) => typeOf(calculated(sheet, '=PROBE_DATE()'))),
  'document properties in a custom function': () => {
    PropertiesService.getDocumentProperties().setProperty('PROBE', 'kept')
    return shown('=PROBE_PROPERTY()')
  },
  'the document’s cache in a custom function': () => {
    CacheService.getDocumentCache()?.put('PROBE', 'put', 60)
    return shown('=PROBE_CACHE()')
  },
}

function shown(formula: string): unknown {
  return onNewTab((sheet) => calculated(sheet, formula))
}

function calculated(sheet: GoogleAppsScript.Spreadsheet.Sheet, formula: string): unknown {
  const cell = sheet.getRange(1, 1)
  cell.setFormula(formula)
  SpreadsheetApp.flush()
  return cell.getValue()
}

function typeOf(value: unknown): string {
  return Object.prototype.toString.call(value) === '[object Date]' ? 'a date' : typeof value
}
