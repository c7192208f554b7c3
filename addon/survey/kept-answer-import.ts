import type { AnswerPlan } from '../../core/survey/answer-import/answer-plan.ts'
import type { NamedColumns } from '../../core/survey/answer-import/remembered-columns.ts'
import { nowTime } from '../sheet/now.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Mark = GoogleAppsScript.Spreadsheet.DeveloperMetadata

/** How a tab's rows are read, its columns by their headers. */
export type KeptPlan = Omit<AnswerPlan, 'at'> & { columns: NamedColumns }

/** An import that has not ended: when it began, and how many of its answers the survey has. */
type OpenImport = { at: string; done: number; of: number }

/** What a tab remembers of being imported into a survey: the plan, those of imports before, and what has not ended. */
export type KeptImport = { survey: string; plan: KeptPlan; earlier: KeptPlan[]; open: OpenImport | null }

type TabMark = { mark: Mark; sheet: Sheet; kept: KeptImport }

/** The key of the developer metadata of a tab, which goes with it when it is renamed. */
const KEY = 'tiersheet.answers'
/** Fewer than the 30,000 characters that Sheets keeps for a tab, all metadata together. */
const LONGEST = 12_000

/** What tabs remember of being imported into a survey, by the tab's id. */
export function keptImports(survey: string): Map<number, KeptImport> {
  return new Map(tabMarks(survey).map(({ sheet, kept }) => [sheet.getSheetId(), kept]))
}

/** Remembers how a tab is read, as its import begins. */
export function keepBeginning(survey: string, sheet: Sheet, plan: KeptPlan, done: number, of: number): void {
  const before = markOf(survey, sheet)
  const same = JSON.stringify(plan)
  const plans = before ? [before.kept.plan, ...before.kept.earlier] : []
  const earlier = plans.filter((each) => JSON.stringify(each) !== same)
  const open = done < of ? { at: nowTime().toISOString(), done, of } : null
  keep(sheet, before?.mark, { survey, plan, earlier, open })
}

/** Remembers that so many more answers of a tab are there; the import has ended with the last. */
export function keepProgress(survey: string, sheet: Sheet, more: number): void {
  const found = markOf(survey, sheet)
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

function markOf(survey: string, sheet: Sheet): TabMark | undefined {
  return tabMarks(survey).find((each) => each.sheet.getSheetId() === sheet.getSheetId())
}

/** The mark of a duplicated tab names the one that it was copied from, and says nothing. */
function tabMarks(survey: string): TabMark[] {
  const marks = SpreadsheetApp.getActiveSpreadsheet().createDeveloperMetadataFinder().withKey(KEY).find()
  return marks.flatMap((mark) => {
    const [id, kept] = JSON.parse(mark.getValue() ?? '[]') as [number, KeptImport]
    const sheet = mark.getLocation().getSheet() as Sheet | null
    return sheet?.getSheetId() === id && kept.survey === survey ? [{ mark, sheet, kept }] : []
  })
}
