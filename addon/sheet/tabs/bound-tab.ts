import { InputError } from '../../../core/input-error.ts'
import { en } from '../../../core/messages/en.ts'
import { zhCN } from '../../../core/messages/zh-cn.ts'
import { boundColumns } from '../../../core/tabs/bound-columns.ts'
import { likelyKind } from '../../../core/tabs/likely-kind.ts'
import { recognisedColumns } from '../../../core/tabs/recognised-columns.ts'
import type { TabKind } from '../../../core/tabs/tab-fields.ts'
import { userMessages } from '../../user-language.ts'
import { tabValues } from '../reading/reading-once.ts'
import type { CellValue } from '../reading/table.ts'
import { columnMarks, fieldsWithout, isWithoutTab, markColumns, markedTabs } from './tab-marks.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

/** A tab of a known kind, with the position from 0 of each field that it holds. */
export type TabHeader = { kind: TabKind; sheet: Sheet; name: string; header: string[]; at: Record<string, number> }

type SeenTab = { sheet: Sheet; name: string; header: string[] }

/** The same with its rows under the header, as one read found them; blank rows stay in place. */
export type BoundTab = TabHeader & { rows: CellValue[][] }

/**
 * What finds the tab of a kind: the one marked as such, else the one that looks most like it.
 *
 * What needs tabs of several kinds shares one finder, so that marks and headers are read once.
 */
export function tabFinder(): (kind: TabKind) => Sheet | undefined {
  const marked = markedTabs()
  const ids = new Set([...marked.values()].map((sheet) => sheet.getSheetId()))
  let seen: SeenTab[] | undefined
  return (kind) => {
    if (marked.has(kind) || isWithoutTab(kind)) return marked.get(kind)
    const named = namedTab(kind)
    if (named && !ids.has(named.getSheetId())) return named
    seen ??= visibleHeaders().filter(({ sheet }) => !ids.has(sheet.getSheetId()))
    return likelyTab(kind, seen)
  }
}

/** The tab of a kind, without its rows. */
export function findHeader(kind: TabKind, find = tabFinder()): TabHeader | undefined {
  const sheet = find(kind)
  return sheet && tabHeader(kind, sheet)
}

/** The tab of a kind with its rows, in one read. */
export function findTab(kind: TabKind, find = tabFinder()): BoundTab | undefined {
  const sheet = find(kind)
  return sheet && boundTab(kind, sheet)
}

/** @throws InputError `missingTab` */
export function requiredHeader(kind: TabKind, find = tabFinder()): TabHeader {
  return findHeader(kind, find) ?? missing(kind)
}

/** @throws InputError `missingTab` */
export function requiredTab(kind: TabKind, find = tabFinder()): BoundTab {
  return findTab(kind, find) ?? missing(kind)
}

/** A certain tab read as one of a kind. */
export function boundTab(kind: TabKind, sheet: Sheet): BoundTab {
  const [header = [], ...rows] = tabValues(sheet)
  return { ...bound(kind, sheet, header.map(headerText)), rows }
}

/** Where a field stands. @throws InputError `missingColumn` */
export function requiredField(tab: TabHeader, field: string): number {
  const position = tab.at[field]
  if (position !== undefined) return position
  const headers: Record<string, string> = userMessages().tabs[tab.kind].headers
  throw new InputError('missingColumn', { table: tab.name, column: headers[field] ?? field })
}

/** One field's cells, top to bottom; blanks where the tab has no such column. */
export function fieldCells(tab: BoundTab, field: string): CellValue[] {
  const position = tab.at[field]
  return tab.rows.map((row) => (position === undefined ? '' : (row[position] ?? '')))
}

/** The header row of a tab as texts. */
export function headerOf(sheet: Sheet): string[] {
  const width = sheet.getLastColumn()
  return width === 0 ? [] : (sheet.getRange(1, 1, 1, width).getValues()[0] ?? []).map(headerText)
}

/** Every tab that a person can see, with its header. */
export function visibleHeaders(): SeenTab[] {
  return SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .filter((sheet) => !sheet.isSheetHidden())
    .map((sheet) => ({ sheet, name: sheet.getName(), header: headerOf(sheet) }))
}

/** A certain tab as one of a kind, without its rows. */
export function tabHeader(kind: TabKind, sheet: Sheet): TabHeader {
  return bound(kind, sheet, headerOf(sheet))
}

function bound(kind: TabKind, sheet: Sheet, header: string[]): TabHeader {
  const marks = columnMarks(sheet, kind)
  const recognised: Record<string, number | undefined> = recognisedColumns(header, kind)
  for (const field of fieldsWithout(kind, sheet)) delete recognised[field]
  const at = boundColumns(header, marks, recognised)
  if (marks.some(({ field, position, header: marked }) => at[field] !== position || header[position] !== marked)) {
    markColumns(sheet, kind, header, at)
  }
  return { kind, sheet, name: sheet.getName(), header, at }
}

/** The tab that is called like its kind, in either language, and has a column of it. */
function namedTab(kind: TabKind): Sheet | undefined {
  for (const { tabs } of [en, zhCN]) {
    const named = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tabs[kind].name)
    if (named && Object.keys(recognisedColumns(headerOf(named), kind)).length > 0) return named
  }
  return undefined
}

/** The tab whose header says most that it is one of a kind. */
function likelyTab(kind: TabKind, seen: readonly SeenTab[]): Sheet | undefined {
  return seen
    .map(({ sheet, header }) => ({ sheet, likely: likelyKind(header) }))
    .filter(({ likely }) => likely?.kind === kind)
    .sort((a, b) => (b.likely?.signs ?? 0) - (a.likely?.signs ?? 0))[0]?.sheet
}

function missing(kind: TabKind): never {
  throw new InputError('missingTab', { tab: userMessages().tabs[kind].name })
}

function headerText(cell: unknown): string {
  return String(cell).trim()
}
