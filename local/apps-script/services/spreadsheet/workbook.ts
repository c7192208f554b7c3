import type { Metadata, SheetFacts, WorkbookOps } from '../../../workbench/workbook.ts'
import type { WorkbookRequest } from '../../ops.ts'
import { ask } from '../ask.ts'
import { exception } from '../exception.ts'
import { type TimeZone, timeZone } from '../time-zone.ts'

type Facts = ReturnType<WorkbookOps['workbook']>

/** What one run has learned and not changed since; Apps Script keeps what it read in the same way. */
const known: { facts?: Facts; metadata?: Metadata[] } = {}

/** What changes neither the facts of sheets nor metadata. */
const reads: ReadonlySet<keyof WorkbookOps> = new Set([
  ...(['workbook', 'selection', 'values', 'formulas', 'displayValues', 'find', 'numberFormats'] as const),
  ...(['metadata', 'notes', 'validations', 'protections', 'charts', 'setStyle', 'setNumberFormats'] as const),
])

/** One operation on the workbook; waits for it. */
export function workbook<M extends keyof WorkbookOps>(
  method: M,
  params: Parameters<WorkbookOps[M]>[0],
): ReturnType<WorkbookOps[M]> {
  if (!reads.has(method)) forget()
  return ask('SpreadsheetApp.getActive', { method, params } as WorkbookRequest) as ReturnType<WorkbookOps[M]>
}

/** Has all be asked for again: somebody else may have changed the workbook. */
export function forget(): void {
  delete known.facts
  delete known.metadata
}

export function facts(): Facts {
  known.facts ??= workbook('workbook', {})
  return known.facts
}

/** All developer metadata of the workbook. */
export function allMetadata(): Metadata[] {
  known.metadata ??= workbook('metadata', {})
  return known.metadata
}

/** A sheet as it is now. Throws where it was deleted. */
export function sheetFacts(sheetId: string): SheetFacts {
  const sheet = facts().sheets.find(({ id }) => id === sheetId)
  if (sheet === undefined) throw exception('The sheet was deleted.')
  return sheet
}

let zone: TimeZone | undefined

/** The spreadsheet's time zone, asked for once a run. */
export function spreadsheetZone(): TimeZone {
  zone ??= timeZone(facts().timeZone)
  return zone
}

/** A whole number for an id that is text, the same each time, as Google's sheet and chart ids are numbers. */
export function numericId(id: string): number {
  if (/^\d{1,9}$/.test(id)) return Number(id)
  let hash = 0
  for (const character of id) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0
  return hash & 0x7fffffff
}
