import type { ColumnMark } from '../../../core/tabs/bound-columns.ts'
import type { TabKind } from '../../../core/tabs/tab-fields.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Mark = GoogleAppsScript.Spreadsheet.DeveloperMetadata

/** The keys of the developer metadata that say what a tab and a column are, seen by this add-on alone. */
const TAB = 'tiersheet.tab'
const FIELD = 'tiersheet.field'

/** What is said of a kind of tab: which one it is and which fields have no column there, or that there is none. */
type TabMark = { mark: Mark; kind: string; sheet: Sheet | null; without: string[] }

/** For the time of one run, which is as long as the script's variables live. */
let known: TabMark[] | undefined

function tabMarks(): TabMark[] {
  known ??= foundTabs()
  return known
}

/** The mark of a duplicated tab names the one that it was copied from, and says nothing. */
function foundTabs(): TabMark[] {
  const marks = SpreadsheetApp.getActiveSpreadsheet().createDeveloperMetadataFinder().withKey(TAB).find()
  return marks.flatMap((mark) => {
    const [kind, id, without] = JSON.parse(mark.getValue() ?? '[]') as [string, number | null, string[]]
    const sheet = mark.getLocation().getSheet()
    return (sheet?.getSheetId() ?? null) === id ? [{ mark, kind, sheet, without }] : []
  })
}

/** The tabs that are marked, by kind. */
export function markedTabs(): Map<string, Sheet> {
  return new Map(tabMarks().flatMap(({ kind, sheet }) => (sheet ? [[kind, sheet] as const] : [])))
}

/** Whether the team said that it has no tab of a kind. */
export function isWithoutTab(kind: TabKind): boolean {
  return tabMarks().some((each) => each.kind === kind && each.sheet === null)
}

/** The fields that have no column in a tab, as the team said, whatever its headers look like. */
export function fieldsWithout(kind: TabKind, sheet: Sheet): string[] {
  const id = sheet.getSheetId()
  return tabMarks().find((each) => each.kind === kind && each.sheet?.getSheetId() === id)?.without ?? []
}

/**
 * Marks a tab as the one of its kind, and of no other; another that was is no longer.
 *
 * @param without The fields that have no column there; by default as said before.
 */
export function markTab(sheet: Sheet, kind: TabKind, without = fieldsWithout(kind, sheet)): void {
  const id = sheet.getSheetId()
  const value = JSON.stringify([kind, id, without])
  const before = tabMarks().filter((each) => each.kind === kind || each.sheet?.getSheetId() === id)
  if (before.length === 1 && before[0]?.mark.getValue() === value) return
  for (const { mark } of before) mark.remove()
  known = undefined
  sheet.addDeveloperMetadata(TAB, value, SpreadsheetApp.DeveloperMetadataVisibility.PROJECT)
}

/** Remembers that the team has no tab of a kind. */
export function markWithoutTab(kind: TabKind): void {
  if (isWithoutTab(kind)) return
  for (const { mark, kind: of } of tabMarks()) if (of === kind) mark.remove()
  known = undefined
  SpreadsheetApp.getActiveSpreadsheet().addDeveloperMetadata(
    TAB,
    JSON.stringify([kind, null, []]),
    SpreadsheetApp.DeveloperMetadataVisibility.PROJECT,
  )
}

/** The marks that a tab's columns carry as one of a kind. */
export function columnMarks(sheet: Sheet, kind: TabKind): ColumnMark[] {
  return fieldMarks(sheet, kind).map(({ mark: _, ...column }) => column)
}

/** Brings the marks of a tab's columns up to what its fields are bound to now; what is right already costs nothing. */
export function markColumns(
  sheet: Sheet,
  kind: TabKind,
  header: readonly string[],
  at: Readonly<Record<string, number | undefined>>,
): void {
  const kept = new Set<string>()
  const value = (field: string, position: number) => {
    const text = header[position] as string
    return JSON.stringify([kind, field, text, header.filter((each) => each === text).length === 1])
  }
  for (const { mark, position, field } of fieldMarks(sheet, kind)) {
    if (at[field] !== position || kept.has(field)) {
      mark.remove()
      continue
    }
    kept.add(field)
    if (mark.getValue() !== value(field, position)) mark.setValue(value(field, position))
  }
  for (const [field, position] of Object.entries(at)) {
    if (position === undefined || kept.has(field)) continue
    const column = sheet.getRange(1, position + 1, sheet.getMaxRows(), 1)
    column.addDeveloperMetadata(FIELD, value(field, position), SpreadsheetApp.DeveloperMetadataVisibility.PROJECT)
  }
}

function fieldMarks(sheet: Sheet, kind: TabKind): (ColumnMark & { mark: Mark })[] {
  return sheet
    .createDeveloperMetadataFinder()
    .withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.COLUMN)
    .withKey(FIELD)
    .find()
    .flatMap((mark) => {
      const [of, field, header, alone] = JSON.parse(mark.getValue() ?? '[]') as [string, string, string, boolean]
      const position = (mark.getLocation().getColumn()?.getColumn() ?? 0) - 1
      return of === kind ? [{ mark, position, field, header, alone }] : []
    })
}
