import type { KpiCut, KpiFigure } from '../../../core/kpi/kpi-figure.ts'
import type { Messages } from '../../../core/messages/messages.ts'
import type { CellValue } from '../../sheet/reading/table.ts'
import { TEXT_FORMAT } from '../../sheet/writing/safe-text.ts'
import { formats, NONE } from './figure-text.ts'

export type Column = { header: string; format: string; cells: CellValue[] }

/** A table of the sheet; `chart` is drawn from its first two columns. */
export type Table = {
  key: string
  heading: string
  columns: Column[]
  chart?: 'COLUMN' | 'PIE' | 'LINE'
  chartTitle?: string
}

/** The points of a KPI's history that a line is drawn from. */
export type Trend = { kpi: string; label: string; unit: KpiFigure['unit']; points: { day: string; value: number }[] }

/**
 * The tables of each cut: those KPIs side by side that are no estimates, the others in a table each with their limits.
 * Dimensions of statistics of one's own are each something else, and have a table each.
 *
 * @param width The columns that there are.
 */
export function kpiTables(figures: readonly KpiFigure[], width: number, words: Messages['kpi']['sheet']): Table[] {
  const cuts = [...new Set(figures.flatMap(({ by }) => (by === '' ? [] : [by])))]
  return cuts.flatMap((by) => {
    const kpis = grouped(figures.filter((figure) => figure.by === by))
    const ofItsOwn = (own: KpiFigure[]) => by === 'dimension' && own[0]?.kpi.startsWith('own:') === true
    const plain = kpis.filter((own) => !isEstimate(own) && !ofItsOwn(own))
    const apart = kpis.filter((own) => !isEstimate(own) && ofItsOwn(own))
    // Over time money tells most; a chart is drawn of what stands first.
    if (by === 'month') plain.sort((a, b) => Number(b[0]?.unit === 'money') - Number(a[0]?.unit === 'money'))
    const sideBySide = chunks(plain, width - 1).map((part, at) => plainTable(by, part, at === 0, words))
    return [
      ...sideBySide,
      ...apart.map((own) => plainTable(by, [own], true, words)),
      ...kpis.filter(isEstimate).map((own) => estimates(by, own, words)),
    ]
  })
}

/** The history of a KPI as a table with a line above it. */
export function trendTable({ kpi, label, unit, points }: Trend, words: Messages['kpi']['sheet']): Table {
  return {
    key: `trend ${kpi}`,
    heading: words.trend(label),
    columns: [
      { header: words.day, format: TEXT_FORMAT, cells: points.map(({ day }) => day) },
      { header: label, format: formats[unit], cells: points.map(({ value }) => value) },
    ],
    chart: 'LINE',
  }
}

function plainTable(by: KpiCut, kpis: KpiFigure[][], isFirst: boolean, words: Messages['kpi']['sheet']): Table {
  const names = [...new Set(kpis.flat().map(({ group }) => group))]
  const labels = kpis.map((own) => own[0]?.label ?? '')
  const columns = kpis.map((own, at): Column => {
    const valueIn = new Map(own.map(({ group, value }) => [group, value]))
    const format = formats[own[0]?.unit ?? 'count']
    return { header: labels[at] as string, format, cells: names.map((name) => valueIn.get(name) ?? NONE) }
  })
  const first: Column = {
    header: words.cuts[by],
    format: TEXT_FORMAT,
    cells: names.map((name) => name || words.noGroup),
  }
  const isPart = by !== 'month' && kpis[0]?.[0]?.unit === 'count' && names.length <= MOST_SLICES
  const chart = by === 'month' ? ('COLUMN' as const) : isPart ? ('PIE' as const) : undefined
  return {
    key: `${by} ${kpis.map((own) => own[0]?.kpi).join()}`,
    heading: words.table({ labels, cut: words.cuts[by] }),
    columns: [first, ...columns],
    ...(isFirst && chart && { chart, chartTitle: words.table({ labels: labels.slice(0, 1), cut: words.cuts[by] }) }),
  }
}

function estimates(by: KpiCut, own: KpiFigure[], words: Messages['kpi']['sheet']): Table {
  const { kpi, label, unit } = own[0] as KpiFigure
  const format = formats[unit]
  return {
    key: `${by} ${kpi}`,
    heading: words.table({ labels: [label], cut: words.cuts[by] }),
    columns: [
      { header: words.cuts[by], format: TEXT_FORMAT, cells: own.map(({ group }) => group || words.noGroup) },
      { header: label, format, cells: own.map(({ value }) => value ?? NONE) },
      { header: words.count, format: formats.count, cells: own.map(({ n }) => n ?? '') },
      { header: words.low, format, cells: own.map(({ low }) => low ?? '') },
      { header: words.high, format, cells: own.map(({ high }) => high ?? '') },
    ],
    ...(by === 'month' && { chart: 'LINE' as const }),
  }
}

/** By its unit, so that no table comes and goes with the answers that there happen to be. */
function isEstimate(own: readonly KpiFigure[]): boolean {
  return own[0]?.unit === 'share' || own[0]?.unit === 'points'
}

/** Pies of more parts can't be read. */
const MOST_SLICES = 8

function grouped(figures: readonly KpiFigure[]): KpiFigure[][] {
  const found = new Map<string, KpiFigure[]>()
  for (const figure of figures) found.set(figure.kpi, [...(found.get(figure.kpi) ?? []), figure])
  return [...found.values()]
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  const count = Math.ceil(all.length / size)
  return Array.from({ length: count }, (_, at) => all.slice(at * size, (at + 1) * size))
}
