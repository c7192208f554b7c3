import { nowTime } from '../sheet/now.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Mark = GoogleAppsScript.Spreadsheet.DeveloperMetadata

/** An import that has not ended: when it began, and how many of its rows are there. */
type OpenImport = { at: string; done: number; of: number }

/**
 * What a tab remembers of being imported: what into, how its rows are read, how they were before, and what has not ended.
 * `P` is the plan, its columns by their headers.
 */
export type KeptImport<P = unknown> = { into: string; plan: P; earlier: P[]; open: OpenImport | null }

type TabMark = { mark: Mark; sheet: Sheet; kept: KeptImport }

/** The key of the developer metadata of a tab, which goes with it when it is renamed. */
const KEY = 'tiersheet.import'
/** Fewer than the 30,000 characters that Sheets keeps for a tab, all metadata together. */
const LONGEST = 12_000

/** What tabs remember of being imported into a survey (its id) or the complaints, by the tab's id. */
export function keptImports<P>(into: string): Map<number, KeptImport<P>> {
  return new Map(tabMarks(into).map(({ sheet, kept }) => [sheet.getSheetId(), kept as KeptImport<P>]))
}

/** Remembers how a tab is read, as its import begins. */
export function keepBeginning(into: string, sheet: Sheet, plan: unknown, done: number, of: number): void {
  const before = markOf(into, sheet)
  const same = JSON.stringify(plan)
  const plans = before ? [before.kept.plan, ...before.kept.earlier] : []
  const earlier = plans.filter((each) => JSON.stringify(each) !== same)
  const open = done < of ? { at: nowTime().toISOString(), done, of } : null
  keep(sheet, before?.mark, { into, plan, earlier, open })
}

/** Remembers that so many more rows of a tab are there; the import has ended with the last. */
export function keepProgress(into: string, sheet: Sheet, more: number): void {
  const found = markOf(into, sheet)
  if (!found?.kept.open) return
  const { open } = found.kept
  const done = open.done + more
  keep(sheet, found.mark, { ...found.kept, open: done < open.of ? { ...open, done } : null })
}

/** The oldest plans are forgotten where there is no room. */
function keep(sheet: Sheet, mark: Mark | undefined, { earlier, ...kept }: KeptImport): void {
  let left = earlier
  const written = () => JSON.stringify([sheet.getSheetId(), { ...kept, earlier: left }])
  while (left.length > 0 && written().length > LONGEST) left = left.slice(0, -1)
  if (mark) mark.setValue(written())
  else sheet.addDeveloperMetadata(KEY, written(), SpreadsheetApp.DeveloperMetadataVisibility.PROJECT)
}

function markOf(into: string, sheet: Sheet): TabMark | undefined {
  return tabMarks(into).find((each) => each.sheet.getSheetId() === sheet.getSheetId())
}

/** The mark of a duplicated tab names the one that it was copied from, and says nothing. */
function tabMarks(into: string): TabMark[] {
  const marks = SpreadsheetApp.getActiveSpreadsheet().createDeveloperMetadataFinder().withKey(KEY).find()
  return marks.flatMap((mark) => {
    const [id, kept] = JSON.parse(mark.getValue() ?? '[]') as [number, KeptImport]
    const sheet = mark.getLocation().getSheet() as Sheet | null
    return sheet?.getSheetId() === id && kept.into === into ? [{ mark, sheet, kept }] : []
  })
}
