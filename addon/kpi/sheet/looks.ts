import { type Block, WIDTH } from './kpi-layout.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Range = GoogleAppsScript.Spreadsheet.Range

const INK = '#202124'
const SOFT = '#5f6368'
const BLUE = '#0b57d0'
const BAD = '#b3261e'
const WASH = '#f1f3f4'
const HEIGHT = { row: 21, title: 34, value: 36, note: 38 }

const looks: Record<Block['kind'], (range: Range) => void> = {
  title: (range) => range.setFontSize(18).setFontWeight('bold').setFontColor(INK),
  head: (range) => range.setFontColor(SOFT).setHorizontalAlignment('left'),
  problem: (range) => range.setFontColor(BAD).setFontWeight('bold'),
  tiles: (range) => range.setBackground(WASH).setFontColor(SOFT).setHorizontalAlignment('left').setWrap(true),
  heading: (range) => range.setFontSize(12).setFontWeight('bold').setFontColor(BLUE),
  header: (range) => range.setFontWeight('bold').setBackground(WASH).setWrap(true),
}

/**
 * Gives those blocks their looks that are new at their place, and takes them from places where a block no longer is:
 * what people changed in all others stays.
 *
 * @param firstRow The first of the sheet's own rows, counted from 1.
 */
export function applyLooks(sheet: Sheet, firstRow: number, before: readonly Block[], after: readonly Block[]): void {
  const [old, now] = [before, after].map((blocks) => new Set(blocks.map(keyOf))) as [Set<string>, Set<string>]
  const rangeOf = ({ row, rows, columns }: Block) => sheet.getRange(firstRow + row, 1, rows, columns)
  for (const block of before.filter((each) => !now.has(keyOf(each)))) {
    rangeOf(block).clearFormat()
    if (block.kind === 'tiles') sheet.setRowHeights(firstRow + block.row, block.rows, HEIGHT.row)
  }
  for (const block of after.filter((each) => !old.has(keyOf(each)))) {
    looks[block.kind](rangeOf(block))
    if (block.kind === 'title') sheet.setRowHeight(firstRow, HEIGHT.title)
    if (block.kind === 'tiles') tileLooks(sheet, firstRow + block.row, block.columns)
    if (block.kind === 'header') {
      sheet.getRange(firstRow + block.row, 2, 1, Math.max(1, block.columns - 1)).setHorizontalAlignment('right')
    }
  }
}

/** A sheet that is drawn for the first time. */
export function firstLooks(sheet: Sheet): void {
  sheet.setColumnWidths(1, WIDTH, COLUMN_WIDTH)
  sheet.setHiddenGridlines(true)
}

/** Five of them are seen beside the form on a common screen. */
const COLUMN_WIDTH = 190

function tileLooks(sheet: Sheet, row: number, columns: number): void {
  sheet.getRange(row, 1, 1, columns).setFontWeight('bold')
  sheet
    .getRange(row + 1, 1, 1, columns)
    .setFontSize(20)
    .setFontWeight('bold')
    .setFontColor(INK)
  sheet.setRowHeight(row + 1, HEIGHT.value)
  // Two lines: n, and an interval that may be long.
  sheet.setRowHeight(row + 3, HEIGHT.note)
}

function keyOf({ kind, row, rows, columns }: Block): string {
  return [kind, row, rows, columns].join()
}
