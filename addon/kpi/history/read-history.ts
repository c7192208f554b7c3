import { catalogueKpi, isCatalogueKpi } from '../../../core/kpi/kpi-catalogue.ts'
import { type KpiCut, kpiCuts, kpiUnits } from '../../../core/kpi/kpi-figure.ts'
import { kpiPeriods } from '../../../core/kpi/kpi-period.ts'
import type { KpiSeries } from '../../../core/kpi/kpi-series.ts'
import { cellDays } from '../../sheet/reading/cell-days.ts'
import { rowReader } from '../../sheet/reading/row-reader.ts'
import { type BoundTab, findTab } from '../../sheet/tabs/bound-tab.ts'
import { userMessages } from '../../user-language.ts'

/** `cuts`: what figures of the history are broken down by. */
export type KpiHistory = { cuts: KpiCut[]; series: KpiSeries[] }

/**
 * What the KPI history keeps, as series: of the whole, or of each group of a cut; in the order of first appearance.
 *
 * A row without a day or a KPI is passed over; of two rows of one day the lower one counts.
 */
export function readHistory(by: KpiCut | '', tab: BoundTab | undefined = findTab('kpiHistory')): KpiHistory {
  if (!tab) return { cuts: [], series: [] }
  const { cell, text, number } = rowReader(tab)
  const { day } = cellDays()
  const series = new Map<string, KpiSeries & { byDay: Map<number, KpiSeries['points'][number]> }>()
  const cuts = new Set<string>()
  for (const row of tab.rows) {
    const [at, kpi, cut, group] = [day(cell(row, 'day')), text(row, 'kpi'), text(row, 'by'), text(row, 'group')]
    cuts.add(cut)
    if (at === undefined || kpi === '' || cut !== by) continue
    const period = kpiPeriods.find((each) => each === text(row, 'period')) ?? 'YEAR_TO_DAY'
    const key = JSON.stringify([kpi, group, period])
    const known = series.get(key) ?? {
      ...empty(kpi, text(row, 'name'), text(row, 'unit'), cut as KpiCut | '', group),
      period,
      byDay: new Map(),
    }
    series.set(key, known)
    const figures = {
      value: number(row, 'value'),
      n: number(row, 'n'),
      low: number(row, 'low'),
      high: number(row, 'high'),
    }
    known.byDay.set(at, { day: at, ...figures })
  }
  const sorted = [...series.values()].map(({ byDay, ...each }) => {
    return { ...each, points: [...byDay.values()].sort((a, b) => a.day - b.day) }
  })
  return { cuts: kpiCuts.filter((cut) => cuts.has(cut)), series: sorted }
}

function empty(kpi: string, name: string, kept: string, by: KpiCut | '', group: string): Omit<KpiSeries, 'period'> {
  const { unit, direction } = catalogueKpi(kpi) ?? {
    unit: kpiUnits.find((each) => each === kept) ?? 'count',
    direction: 0,
  }
  const label = isCatalogueKpi(kpi) ? userMessages().kpis[kpi] : name
  return { kpi, label, unit, direction, by, group, points: [] }
}
