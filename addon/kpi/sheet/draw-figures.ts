import type { Messages } from '../../../core/messages/messages.ts'
import { isTaken } from '../../sheet/writing/free-block.ts'
import { makeRows } from '../../sheet/writing/make-rows.ts'
import { TEXT_FORMAT } from '../../sheet/writing/safe-text.ts'
import { writeCells } from '../../sheet/writing/write-cells.ts'
import { drawCharts } from './draw-charts.ts'
import { drawnOn, keepDrawn } from './drawn-state.ts'
import { kpiLayout, PROBLEM_ROW, type ShownFigures, WIDTH } from './kpi-layout.ts'
import { applyLooks, firstLooks } from './looks.ts'
import { ownColumnOf, ownColumnsFirst } from './own-columns-first.ts'
import type { KpiHead } from './sheet-head.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

export type DrawnFigures = Omit<ShownFigures, 'head'> & { head: Omit<KpiHead, 'firstRow'> }

/**
 * Draws figures on a sheet: tiles, charts and tables in its own columns, from the first of its own rows on, in one
 * write. Looks and charts change only where the layout does; what people put beside, above or below stays.
 */
export function drawFigures(sheet: Sheet, { head, ...shown }: DrawnFigures, words: Messages['kpi']['sheet']): void {
  const isOfFormerVersion = ownColumnOf(sheet) !== undefined && !drawnOn(sheet).drawn
  ownColumnsFirst(sheet)
  if (isOfFormerVersion) sheet.getRange(1, 1, Math.max(1, sheet.getLastRow()), WIDTH).clear()
  const { drawn, firstRow } = drawnOn(sheet)
  const layout = kpiLayout({ ...shown, head: { ...head, firstRow } }, words)
  const rows = layout.cells.length
  makeRoom(sheet, firstRow, drawn?.rows ?? 0, rows)
  if (!drawn) firstLooks(sheet)
  applyLooks(sheet, firstRow, drawn?.blocks ?? [], layout.blocks)
  writeCells(sheet.getRange(firstRow, 1, rows, WIDTH), layout.cells, layout.formats)
  const charts = drawCharts(sheet, firstRow, drawn?.charts ?? {}, layout.charts)
  keepDrawn(sheet, { rows, asOf: head.asOf, blocks: layout.blocks, charts }, firstRow)
}

/** Whether figures stand on a sheet. */
export function isDrawn(sheet: Sheet): boolean {
  return drawnOn(sheet).drawn !== undefined
}

/** Says on the sheet what went wrong, and changes nothing else. */
export function sayOnSheet(sheet: Sheet, problem: string): void {
  const { drawn, firstRow } = drawnOn(sheet)
  const column = ownColumnOf(sheet)
  if (drawn && column) writeCells(sheet.getRange(firstRow + PROBLEM_ROW, column), [[problem]], [[TEXT_FORMAT]])
}

/** Rows for what is to be drawn: below what people wrote there moves down, and what is not drawn any more is cleared. */
function makeRoom(sheet: Sheet, firstRow: number, before: number, rows: number): void {
  const below = { row: firstRow + before, column: 1, rows: rows - before, columns: WIDTH }
  if (rows < before) sheet.getRange(firstRow + rows, 1, before - rows, WIDTH).clear()
  if (rows > before && before > 0 && isTaken(sheet, below)) sheet.insertRowsAfter(firstRow + before - 1, rows - before)
  makeRows(sheet, firstRow + rows - 1)
}
