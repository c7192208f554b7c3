import { writeCells } from '../sheet/writing/write-cells.ts'
import { type Block, type KpiLayout, type PlannedChart, WIDTH } from './kpi-layout.ts'
import { ownColumnsFirst } from './own-columns-first.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Look = (range: GoogleAppsScript.Spreadsheet.Range) => void

const INK = '#202124'
const SOFT = '#5f6368'
const BLUE = '#0b57d0'
const WASH = '#f1f3f4'
const COLUMN_WIDTH = 230
const HEIGHT = { title: 34, value: 36 }
const CHART = { width: 480, height: 280 }

const looks: Record<Block['kind'], Look> = {
  title: (range) => range.setFontSize(18).setFontWeight('bold').setFontColor(INK),
  stamp: (range) => range.setFontColor(SOFT),
  tiles: (range) => range.setBackground(WASH).setFontColor(SOFT),
  heading: (range) => range.setFontSize(12).setFontWeight('bold').setFontColor(BLUE),
  header: (range) => range.setFontWeight('bold').setBackground(WASH),
  numbers: (range) => range.setHorizontalAlignment('right'),
}

/**
 * Writes a layout onto the sheet: its own columns are cleared and written once, its own charts drawn anew.
 *
 * @param chartTitles The titles, in every language, by which its own charts are known.
 */
export function drawKpiSheet(sheet: Sheet, layout: KpiLayout, chartTitles: string[]): void {
  const rows = layout.cells.length
  if (sheet.getMaxRows() < rows) sheet.insertRowsAfter(sheet.getMaxRows(), rows - sheet.getMaxRows())
  ownColumnsFirst(sheet)
  sheet.getRange(1, 1, Math.max(rows, sheet.getLastRow()), WIDTH).clear()
  writeCells(sheet.getRange(1, 1, rows, WIDTH), layout.cells, layout.formats)
  for (const block of layout.blocks) {
    looks[block.kind](sheet.getRange(block.row + 1, block.column + 1, block.rows, block.columns))
    if (block.kind === 'title') sheet.setRowHeight(block.row + 1, HEIGHT.title)
    if (block.kind === 'tiles') boldValues(sheet, block)
  }
  sheet.setColumnWidths(1, WIDTH, COLUMN_WIDTH)
  sheet.setHiddenGridlines(true)
  drawCharts(sheet, layout.charts, chartTitles)
}

function boldValues(sheet: Sheet, tiles: Block): void {
  const values = sheet.getRange(tiles.row + 2, tiles.column + 1, 1, tiles.columns)
  sheet.setRowHeight(tiles.row + 2, HEIGHT.value)
  values.setFontSize(20).setFontWeight('bold').setFontColor(INK).setHorizontalAlignment('left')
}

function drawCharts(sheet: Sheet, charts: PlannedChart[], titles: string[]): void {
  for (const chart of sheet.getCharts()) {
    if (titles.includes(String(chart.getOptions()?.get('title')))) sheet.removeChart(chart)
  }
  let row = 3
  for (const chart of charts) {
    sheet.insertChart(built(sheet, chart, row))
    row += 15
  }
}

function built(sheet: Sheet, chart: PlannedChart, row: number): GoogleAppsScript.Spreadsheet.EmbeddedChart {
  const [first, last] = chart.columns
  return sheet
    .newChart()
    .setChartType(Charts.ChartType[chart.type])
    .addRange(sheet.getRange(chart.row + 1, first + 1, chart.rows, last - first + 1))
    .setNumHeaders(1)
    .setPosition(row, WIDTH + 1, 0, 0)
    .setOption('title', chart.title)
    .setOption('width', CHART.width)
    .setOption('height', CHART.height)
    .build()
}
