import type { CustomerKpis, Group } from '../../core/kpi/customer-kpis.ts'
import type { Messages } from '../../core/messages/messages.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { TEXT_FORMAT } from '../sheet/writing/safe-text.ts'
import type { LiveKpis } from './live-kpis.ts'

/** What the sheet shows of everything. */
export type KpiFigures = {
  kpis: CustomerKpis
  live: LiveKpis
  /** The line that says as of when, by whom, and up to which order. */
  stamp: string
}

export type Block = {
  kind: 'title' | 'stamp' | 'tiles' | 'heading' | 'header' | 'numbers'
  row: number
  column: number
  rows: number
  columns: number
}
export type PlannedChart = {
  type: 'COLUMN' | 'PIE'
  title: string
  row: number
  columns: [first: number, last: number]
  rows: number
}
export type KpiLayout = { cells: CellValue[][]; formats: string[][]; blocks: Block[]; charts: PlannedChart[] }

type Tile = { label: string; value: CellValue; format: string; note: string }
type Column = { header: string; format: string; cells: CellValue[] }

/** Columns of the sheet that are the KPI sheet's own; what stands to the right is the person's. */
export const WIDTH = 5
const TILES_A_ROW = 4
const COUNT = '#,##0'
const SHARE = '0.0%'
const POINTS = '0.0'

/** Where every value of the KPI sheet stands, with its format, its look and its charts. */
export function kpiLayout({ kpis, live, stamp }: KpiFigures, words: Messages['kpi']): KpiLayout {
  const layout: KpiLayout = { cells: [], formats: [], blocks: [], charts: [] }
  addLine(layout, words.sheetName, 'title')
  addLine(layout, stamp, 'stamp')
  if (live.problem) addLine(layout, words.backendAway(live.problem), 'stamp')
  addBlank(layout)
  addTiles(layout, [...customerTiles(kpis, words), ...liveTiles(live, words)])
  addTable(layout, words.tierTable, groupColumns(kpis.byTier, kpis.customers, words.columns.tier, words), 'PIE')
  addTable(layout, words.monthTable, monthColumns(kpis, words), 'COLUMN')
  if (live.npsByTier.length > 0) addTable(layout, words.npsTable(live.survey), npsColumns(live, words))
  addTable(layout, words.ownerTable, groupColumns(kpis.byOwner, kpis.customers, words.columns.owner, words))
  return layout
}

function customerTiles(kpis: CustomerKpis, words: Messages['kpi']): Tile[] {
  const { revenue, revenueBefore } = kpis
  const change = revenueBefore > 0 ? `${signed(((revenue - revenueBefore) / revenueBefore) * 100)} %` : undefined
  return [
    { label: words.customers, value: kpis.customers, format: COUNT, note: words.active(kpis.active) },
    {
      label: words.revenue,
      value: revenue,
      format: COUNT,
      note: change === undefined ? words.noRevenueBefore : words.revenueBefore({ change }),
    },
    { label: words.repeatRate, value: kpis.repeatRate ?? '', format: SHARE, note: words.repeatRateNote },
  ]
}

function liveTiles(live: LiveKpis, words: Messages['kpi']): Tile[] {
  const figures = live.figures.map(({ label, value, n, low, high, isShare }) => {
    const shown = (limit: number) => (isShare ? `${signless(limit * 100)} %` : signless(limit))
    return {
      label,
      value,
      format: isShare ? SHARE : POINTS,
      note: words.interval({ n, low: shown(low), high: shown(high) }),
    }
  })
  if (!live.complaints) return figures
  const { open, breached, onTimeRate } = live.complaints
  return [
    ...figures,
    { label: words.openComplaints, value: open, format: COUNT, note: words.overdue(breached) },
    {
      label: words.onTimeRate,
      value: onTimeRate,
      format: SHARE,
      note: onTimeRate === '' ? words.noneResolved : words.onTimeNote,
    },
  ]
}

function groupColumns(groups: Group[], all: number, header: string, words: Messages['kpi']): Column[] {
  return [
    { header, format: TEXT_FORMAT, cells: groups.map(({ name }) => name || words.none) },
    { header: words.columns.customers, format: COUNT, cells: groups.map(({ customers }) => customers) },
    { header: words.columns.share, format: SHARE, cells: groups.map(({ customers }) => customers / Math.max(1, all)) },
    { header: words.columns.revenue, format: COUNT, cells: groups.map(({ revenue }) => revenue) },
  ]
}

function monthColumns({ byMonth }: CustomerKpis, words: Messages['kpi']): Column[] {
  return [
    { header: words.columns.month, format: TEXT_FORMAT, cells: byMonth.map(({ month }) => month) },
    { header: words.columns.monthRevenue, format: COUNT, cells: byMonth.map(({ revenue }) => revenue) },
    { header: words.columns.orders, format: COUNT, cells: byMonth.map(({ orders }) => orders) },
  ]
}

function npsColumns({ npsByTier }: LiveKpis, words: Messages['kpi']): Column[] {
  return [
    { header: words.columns.tier, format: TEXT_FORMAT, cells: npsByTier.map(({ label }) => label || words.none) },
    { header: words.columns.n, format: COUNT, cells: npsByTier.map(({ n }) => n) },
    { header: words.columns.nps, format: POINTS, cells: npsByTier.map(({ value }) => value) },
    { header: words.columns.low, format: POINTS, cells: npsByTier.map(({ low }) => low) },
    { header: words.columns.high, format: POINTS, cells: npsByTier.map(({ high }) => high) },
  ]
}

function addTiles(layout: KpiLayout, tiles: Tile[]): void {
  for (let at = 0; at < tiles.length; at += TILES_A_ROW) {
    const row = tiles.slice(at, at + TILES_A_ROW)
    layout.blocks.push({ kind: 'tiles', row: layout.cells.length, column: 0, rows: 3, columns: row.length })
    addRow(
      layout,
      row.map(({ label }) => label),
      [],
    )
    addRow(
      layout,
      row.map(({ value }) => value),
      row.map(({ format }) => format),
    )
    addRow(
      layout,
      row.map(({ note }) => note),
      [],
    )
    addBlank(layout)
  }
}

function addTable(layout: KpiLayout, heading: string, columns: Column[], chart?: PlannedChart['type']): void {
  addLine(layout, heading, 'heading')
  const row = layout.cells.length
  layout.blocks.push({ kind: 'header', row, column: 0, rows: 1, columns: columns.length })
  layout.blocks.push({ kind: 'numbers', row, column: 1, rows: 1, columns: columns.length - 1 })
  addRow(
    layout,
    columns.map(({ header }) => header),
    [],
  )
  const rows = columns[0]?.cells.length ?? 0
  for (let at = 0; at < rows; at++) {
    addRow(
      layout,
      columns.map(({ cells }) => cells[at] ?? ''),
      columns.map(({ format }) => format),
    )
  }
  if (chart && rows > 0) layout.charts.push({ type: chart, title: heading, row, columns: [0, 1], rows: rows + 1 })
  addBlank(layout)
}

function addLine(layout: KpiLayout, text: string, kind: Block['kind']): void {
  layout.blocks.push({ kind, row: layout.cells.length, column: 0, rows: 1, columns: WIDTH })
  addRow(layout, [text], [])
}

function addBlank(layout: KpiLayout): void {
  addRow(layout, [], [])
}

function addRow(layout: KpiLayout, cells: CellValue[], formats: string[]): void {
  layout.cells.push(Array.from({ length: WIDTH }, (_, column) => cells[column] ?? ''))
  layout.formats.push(Array.from({ length: WIDTH }, (_, column) => formats[column] ?? TEXT_FORMAT))
}

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${signless(value)}`
}

function signless(value: number): string {
  return String(Math.round(value * 10) / 10)
}
