import type { Drawn } from './drawn-state.ts'
import type { PlannedChart } from './kpi-layout.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type EmbeddedChart = GoogleAppsScript.Spreadsheet.EmbeddedChart
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder

const HEIGHT = 285

/**
 * Draws the charts that are new, changes those whose cells stand elsewhere and removes those that are planned no more;
 * all others stay as people made them look, and one that somebody deleted stays away until its cells move.
 *
 * @param firstRow The first of the sheet's own rows, counted from 1.
 * @returns What to keep of them.
 */
export function drawCharts(
  sheet: Sheet,
  firstRow: number,
  before: Drawn['charts'],
  planned: readonly PlannedChart[],
): Drawn['charts'] {
  const plans = new Map(planned.map((chart) => [chart.key, JSON.stringify([firstRow, chart])]))
  const isSame = planned.every(({ key }) => before[key]?.plan === plans.get(key))
  if (isSame && Object.keys(before).every((key) => plans.has(key))) return before
  const standing = chartsById(sheet)
  for (const [key, { id }] of Object.entries(before)) {
    const chart = standing.get(id)
    if (chart && !plans.has(key)) sheet.removeChart(chart)
  }
  return Object.fromEntries(
    planned.map((chart) => {
      const plan = plans.get(chart.key) as string
      const kept = before[chart.key]
      const old = kept && standing.get(kept.id)
      if (kept?.plan === plan) return [chart.key, kept]
      if (kept && old) {
        sheet.updateChart(placed(sheet, old.modify().clearRanges(), chart, firstRow))
        return [chart.key, { id: kept.id, plan }]
      }
      const id = inserted(sheet, placed(sheet, sheet.newChart().setNumHeaders(1), chart, firstRow))
      return [chart.key, { id, plan }]
    }),
  )
}

function placed(sheet: Sheet, builder: Builder, chart: PlannedChart, firstRow: number): EmbeddedChart {
  return builder
    .setChartType(Charts.ChartType[chart.type])
    .addRange(sheet.getRange(firstRow + chart.row, 1, chart.rows, 2))
    .setPosition(firstRow + chart.at.row, chart.at.column + 1, 0, 0)
    .setOption('title', chart.title)
    .setOption('width', chart.at.width)
    .setOption('height', HEIGHT)
    .build()
}

function inserted(sheet: Sheet, chart: EmbeddedChart): number {
  const before = chartsById(sheet)
  sheet.insertChart(chart)
  return [...chartsById(sheet).keys()].find((id) => !before.has(id)) ?? 0
}

function chartsById(sheet: Sheet): Map<number, EmbeddedChart> {
  return new Map(sheet.getCharts().map((chart) => [chart.getChartId() ?? 0, chart]))
}
