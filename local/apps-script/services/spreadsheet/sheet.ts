import type { SheetFacts } from '../../../workbench/workbook.ts'
import { emulatedInParts } from '../emulated.ts'
import { rectOfA1, splitSheetName } from './a1.ts'
import { metadataMethods } from './developer-metadata.ts'
import { protect, protectionsWhere } from './protection.ts'
import { checkedRect, type Range, rangeOf } from './range.ts'
import { clearCells } from './range-values.ts'
import { sheetCharts } from './sheet-charts.ts'
import { sheetLayout } from './sheet-layout.ts'
import { facts, numericId, sheetFacts, workbook } from './workbook.ts'

export type Sheet = object

const ids = new WeakMap<object, string>()

export function sheetOf(sheetId: string): Sheet {
  const sheet = emulatedInParts(
    'Sheet',
    sheetCells(sheetId),
    () => metadataMethods({ sheetId }, () => ({ type: 'SHEET', sheetId })),
    () => sheetLayout(sheetId),
    () => sheetCharts(sheetId),
  )
  ids.set(sheet, sheetId)
  return sheet
}

/** The id behind a Sheet given by a script. */
export function sheetIdOf(sheet: Sheet): string | undefined {
  return ids.get(sheet)
}

function sheetCells(sheetId: string) {
  const now = () => sheetFacts(sheetId)
  return {
    getName: () => now().name,
    getSheetName: () => now().name,
    getSheetId: () => numericId(sheetId),
    getLastRow: () => now().lastRow,
    getLastColumn: () => now().lastColumn,
    getMaxRows: () => now().maxRows,
    getMaxColumns: () => now().maxColumns,
    getFrozenRows: () => now().frozenRows,
    getRange: (first: number | string, column = 1, rows = 1, columns = 1) =>
      typeof first === 'string' ? rangeOfA1(first, now()) : rangeOf(checkedRect(sheetId, first, column, rows, columns)),
    getDataRange() {
      const { lastRow, lastColumn } = now()
      return rangeOf({ sheetId, row: 1, column: 1, rows: Math.max(lastRow, 1), columns: Math.max(lastColumn, 1) })
    },
    setName(name: string) {
      workbook('renameSheet', { sheetId, name })
      return this
    },
    /** Into the one spreadsheet that there is. */
    copyTo: (_spreadsheet: object) => sheetOf(copiedSheet(sheetId)),
    clear(options?: { contentsOnly?: boolean; formatOnly?: boolean }) {
      clearCells(whole(now()), options)
      return this
    },
    clearContents() {
      clearCells(whole(now()), { contentsOnly: true })
      return this
    },
    protect: () => protect(sheetId, null),
    getProtections: (type: string) => protectionsWhere((one) => one.sheetId === sheetId, type),
    isSheetHidden: () => now().hidden,
    isRowHiddenByFilter: (row: number) => workbook('isRowFiltered', { sheetId, row }),
    hideSheet() {
      workbook('setHidden', { sheetId, hidden: true })
      return this
    },
    showSheet() {
      workbook('setHidden', { sheetId, hidden: false })
      return this
    },
    activate() {
      workbook('select', { sheetId, row: 1, column: 1, rows: 1, columns: 1 })
      return this
    },
  }
}

/** The id of a copy, named as Sheets names copies. */
export function copiedSheet(sheetId: string): string {
  const { sheets } = facts()
  const copyOf = `Copy of ${sheetFacts(sheetId).name}`
  let name = copyOf
  for (let number = 2; sheets.some((sheet) => sheet.name === name); number++) name = `${copyOf} ${number}`
  return workbook('copySheet', { sheetId, name }).id
}

function rangeOfA1(notation: string, sheet: SheetFacts): Range {
  const { row, column, rows, columns } = rectOfA1(splitSheetName(notation).cells, sheet)
  return rangeOf(checkedRect(sheet.id, row, column, rows, columns))
}

function whole({ id, maxRows, maxColumns }: SheetFacts) {
  return { sheetId: id, row: 1, column: 1, rows: maxRows, columns: maxColumns }
}
