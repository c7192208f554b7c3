import type { KpiFigure } from '../../../core/kpi/kpi-figure.ts'
import type { Messages } from '../../../core/messages/messages.ts'
import { TEXT_FORMAT } from '../../sheet/writing/safe-text.ts'
import type { Written } from '../../sheet/writing/write-cells.ts'
import { type Column, kpiTables, type Table, type Trend, trendTable } from './kpi-tables.ts'
import { kpiTiles, type Tile, type TileExtras } from './kpi-tiles.ts'
import { headRows, type KpiHead } from './sheet-head.ts'

/** All that a sheet shows; neither where it comes from nor who may see it. */
export type ShownFigures = {
  head: KpiHead
  figures: readonly KpiFigure[]
  extras?: TileExtras
  trends?: readonly Trend[]
}

/** Cells that get a look of their own, counted from 0, by what they are. */
export type Block = {
  kind: 'title' | 'head' | 'problem' | 'tiles' | 'heading' | 'header'
  row: number
  rows: number
  columns: number
}

export type PlannedChart = {
  key: string
  type: 'COLUMN' | 'PIE' | 'LINE'
  title: string
  /** The first row of its cells, their header, and how many there are; it draws the first two columns. */
  row: number
  rows: number
  /** The row and column that it lies over first, counted from 0, and its width in pixels. */
  at: { row: number; column: number; width: number }
}

export type KpiLayout = { cells: Written[][]; formats: string[][]; blocks: Block[]; charts: PlannedChart[] }

/** Columns of the sheet that are the KPI sheet's own; what stands to the right is the person's. */
export const WIDTH = 5
/** The row, counted from 0, that tells what could not be read. */
export const PROBLEM_ROW = 5
const TILE_ROWS = 4
/** Rows that a chart lies over. */
const CHART_ROWS = 14
const MOST_CHARTS = 4

/** Where every value of the sheet stands, with its format, its look and its charts. */
export function kpiLayout(shown: ShownFigures, words: Messages['kpi']['sheet']): KpiLayout {
  const layout: KpiLayout = { cells: [], formats: [], blocks: [], charts: [] }
  addHead(layout, shown.head, words)
  addTiles(layout, kpiTiles(shown.figures, shown.extras, words))
  const trends = (shown.trends ?? []).filter(({ points }) => points.length > 1).map((trend) => trendTable(trend, words))
  const tables = [...trends, ...kpiTables(shown.figures, WIDTH, words)]
  const first = layout.cells.length
  const slots = chartSlots(tables)
  for (let row = 0; row < Math.ceil(slots.size / 2) * CHART_ROWS; row++) addRow(layout, [], [])
  for (const table of tables) {
    const slot = slots.get(table)
    addTable(layout, table, slot && { ...slot, row: first + slot.row })
  }
  return layout
}

type Slot = PlannedChart['at']

/** Where the first charts lie, two side by side: pies at the left, where there is less room, and lines at the right. */
function chartSlots(tables: readonly Table[]): Map<Table, Slot> {
  const charted = tables.filter(({ chart }) => chart).slice(0, MOST_CHARTS)
  const pies = charted.filter(({ chart }) => chart === 'PIE')
  const others = charted.filter(({ chart }) => chart !== 'PIE')
  const slots = new Map<Table, Slot>()
  for (let row = 0; pies.length + others.length > 0; row += CHART_ROWS) {
    const [left, right] = [pies.shift() ?? others.shift(), others.shift() ?? pies.shift()]
    if (left) slots.set(left, { row, column: 0, width: 370 })
    if (right) slots.set(right, { row, column: 2, width: 560 })
  }
  return slots
}

function addHead(layout: KpiLayout, head: KpiHead, words: Messages['kpi']['sheet']): void {
  layout.blocks.push({ kind: 'title', row: 0, rows: 1, columns: WIDTH })
  layout.blocks.push({ kind: 'head', row: 1, rows: PROBLEM_ROW - 1, columns: WIDTH })
  layout.blocks.push({ kind: 'problem', row: PROBLEM_ROW, rows: 1, columns: WIDTH })
  for (const { cells, formats } of headRows(head, words)) addRow(layout, cells, formats)
  addRow(layout, [], [])
}

function addTiles(layout: KpiLayout, tiles: Tile[]): void {
  for (let at = 0; at < tiles.length; at += WIDTH) {
    const row = tiles.slice(at, at + WIDTH)
    layout.blocks.push({ kind: 'tiles', row: layout.cells.length, rows: TILE_ROWS, columns: row.length })
    for (const part of ['label', 'value', 'change', 'note'] as const) {
      const cells = row.map((tile) => tile[part])
      addRow(layout, cells, part === 'value' ? row.map(({ format }) => format) : [])
    }
    addRow(layout, [], [])
  }
}

function addTable(
  layout: KpiLayout,
  { key, heading, columns, chart, chartTitle = heading }: Table,
  place?: Slot,
): void {
  layout.blocks.push({ kind: 'heading', row: layout.cells.length, rows: 1, columns: WIDTH })
  addRow(layout, [heading], [])
  const row = layout.cells.length
  layout.blocks.push({ kind: 'header', row, rows: 1, columns: columns.length })
  addRow(
    layout,
    columns.map(({ header }) => header),
    [],
  )
  const rows = columns[0]?.cells.length ?? 0
  for (let at = 0; at < rows; at++)
    addRow(
      layout,
      columns.map(cellAt(at)),
      columns.map(({ format }) => format),
    )
  if (chart && place) layout.charts.push({ key, type: chart, title: chartTitle, row, rows: rows + 1, at: place })
  addRow(layout, [], [])
}

function cellAt(row: number): (column: Column) => Written {
  return ({ cells }) => cells[row] ?? ''
}

function addRow(layout: KpiLayout, cells: Written[], formats: string[]): void {
  layout.cells.push(Array.from({ length: WIDTH }, (_, column) => cells[column] ?? ''))
  layout.formats.push(Array.from({ length: WIDTH }, (_, column) => formats[column] ?? TEXT_FORMAT))
}
