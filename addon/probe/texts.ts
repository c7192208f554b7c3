import { onNewTab } from './on-new-tab.ts'

const HOSTILE = ['=1+1', '+1', '-1', '@SUM(1)', '=HYPERLINK("https://example.com")', '\t=1+1', '＝1+1']

/** Whether a text that looks like a formula stays a text. */
export const texts = {
  'texts in cells with the format @': () =>
    onNewTab((sheet) => {
      const range = sheet.getRange(1, 1, HOSTILE.length, 1)
      range.setNumberFormat('@')
      range.setValues(HOSTILE.map((text) => [text]))
      SpreadsheetApp.flush()
      return range.getValues().map(([value], at) => value === HOSTILE[at] && range.getFormulas()[at]?.[0] === '')
    }),
  'a text behind an apostrophe': () =>
    onNewTab((sheet) => {
      const cell = sheet.getRange(1, 1)
      cell.setValue("'=1+1")
      SpreadsheetApp.flush()
      return { value: cell.getValue(), formula: cell.getFormula() }
    }),
}
