import type { WorkbookSnapshot } from '../workbook.ts'

/** An empty workbook of the size that a new one has in Google Sheets. */
export function newWorkbook(options: {
  id: string
  name?: string
  sheets?: string[]
  locale?: string
  timeZone?: string
}): WorkbookSnapshot {
  const { id, name = 'Workbook', sheets = ['Sheet1'], locale = 'en_US', timeZone = 'Etc/UTC' } = options
  const ids = sheets.map((_, index) => `sheet-${index + 1}`)
  return {
    version: 1,
    id,
    name,
    locale,
    timeZone,
    univer: {
      id,
      name,
      sheetOrder: ids,
      sheets: Object.fromEntries(
        sheets.map((sheet, index) => [ids[index], { id: ids[index], name: sheet, rowCount: 1000, columnCount: 26 }]),
      ),
    },
    charts: {},
  }
}
