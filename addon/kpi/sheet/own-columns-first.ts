import { WIDTH } from './kpi-layout.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

/** The key of the developer metadata that numbers the columns of the KPI sheet that are its own, from 1. */
const MARK = 'tiersheet.kpi'

/**
 * Brings the KPI sheet's own columns to the front again where a person parted or moved them, and makes those that are
 * gone: what the person put between them then stands to the right, and is not written over.
 */
export function ownColumnsFirst(sheet: Sheet): void {
  if (ownColumns(sheet).size === 0) for (let place = 1; place <= WIDTH; place++) markColumn(sheet, place, place)
  const places = ownColumns(sheet)
  if (Array.from({ length: WIDTH }, (_, at) => at + 1).every((place) => places.get(place) === place)) return
  for (let place = WIDTH; place >= 1; place--) {
    const column = ownColumns(sheet).get(place)
    if (column === undefined) {
      sheet.insertColumnBefore(1)
      markColumn(sheet, 1, place)
    } else if (column > 1) sheet.moveColumns(sheet.getRange(1, column), 1)
  }
}

/** Where each of them stands, by its number. */
function ownColumns(sheet: Sheet): Map<number, number> {
  const marks = sheet.createDeveloperMetadataFinder().withKey(MARK).find()
  return new Map(marks.map((mark) => [Number(mark.getValue()), mark.getLocation().getColumn()?.getColumn() ?? 0]))
}

function markColumn(sheet: Sheet, column: number, place: number): void {
  const range = sheet.getRange(1, column, sheet.getMaxRows(), 1)
  range.addDeveloperMetadata(MARK, String(place), SpreadsheetApp.DeveloperMetadataVisibility.PROJECT)
}

/** Where the first of them stands, counted from 1; undefined where it is gone. */
export function ownColumnOf(sheet: Sheet): number | undefined {
  return ownColumns(sheet).get(1)
}
