import type { ColumnMark } from '../../core/tabs/bound-columns.ts'
import type { TabKind } from '../../core/tabs/tab-fields.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

/** The keys of the developer metadata that say what a tab and a column are, seen by this add-on alone. */
const TAB = 'tiersheet.tab'
const FIELD = 'tiersheet.field'

/** For the time of one run, which is as long as the script's variables live. */
let known: Map<string, Sheet> | undefined

/** The tabs that are marked, by kind. The mark of a duplicated tab names the one that it was copied from. */
export function markedTabs(): Map<string, Sheet> {
  known ??= foundTabs()
  return known
}

function foundTabs(): Map<string, Sheet> {
  const marks = SpreadsheetApp.getActiveSpreadsheet().createDeveloperMetadataFinder().withKey(TAB).find()
  return new Map(
    marks.flatMap((mark) => {
      const [kind = '', id] = (mark.getValue() ?? '').split(':')
      const sheet = mark.getLocation().getSheet()
      return sheet && String(sheet.getSheetId()) === id ? [[kind, sheet] as const] : []
    }),
  )
}

/** Marks a tab as the one of its kind; another that was, is no longer. */
export function markTab(sheet: Sheet, kind: TabKind): void {
  const value = tabValue(kind, sheet)
  if (markedTabs().get(kind)?.getSheetId() === sheet.getSheetId()) return
  const marks = SpreadsheetApp.getActiveSpreadsheet().createDeveloperMetadataFinder().withKey(TAB).find()
  const before = marks.filter((mark) => mark.getValue()?.startsWith(`${kind}:`))
  for (const mark of before) mark.remove()
  known = undefined
  sheet.addDeveloperMetadata(TAB, value, SpreadsheetApp.DeveloperMetadataVisibility.PROJECT)
}

/** The marks of a tab's columns. */
export function columnMarks(sheet: Sheet): ColumnMark[] {
  return fieldMarks(sheet).map(({ position, field, header }) => ({ position, field, header }))
}

/** Brings the marks of a tab's columns up to what its fields are bound to now; what is right already costs nothing. */
export function markColumns(sheet: Sheet, header: readonly string[], at: Readonly<Record<string, number | undefined>>) {
  const kept = new Set<string>()
  for (const { mark, position, field, header: marked } of fieldMarks(sheet)) {
    if (at[field] !== position || kept.has(field)) {
      mark.remove()
      continue
    }
    kept.add(field)
    if (header[position] !== marked) mark.setValue(fieldValue(field, header[position] as string))
  }
  for (const [field, position] of Object.entries(at)) {
    if (position === undefined || kept.has(field)) continue
    sheet
      .getRange(1, position + 1, sheet.getMaxRows(), 1)
      .addDeveloperMetadata(
        FIELD,
        fieldValue(field, header[position] as string),
        SpreadsheetApp.DeveloperMetadataVisibility.PROJECT,
      )
  }
}

function fieldMarks(sheet: Sheet) {
  return sheet
    .createDeveloperMetadataFinder()
    .withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.COLUMN)
    .withKey(FIELD)
    .find()
    .map((mark) => {
      const [field = '', header = ''] = JSON.parse(mark.getValue() ?? '[]') as string[]
      return { mark, position: (mark.getLocation().getColumn()?.getColumn() ?? 0) - 1, field, header }
    })
}

function tabValue(kind: TabKind, sheet: { getSheetId(): number }): string {
  return `${kind}:${sheet.getSheetId()}`
}

function fieldValue(field: string, header: string): string {
  return JSON.stringify([field, header])
}
