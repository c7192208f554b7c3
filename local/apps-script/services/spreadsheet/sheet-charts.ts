import { exception } from '../exception.ts'
import { chartBuilder, chartIdOf, chartOf, plannedChart } from './chart.ts'
import { workbook } from './workbook.ts'

/** The methods of Sheet about charts that lie on it. */
export function sheetCharts(sheetId: string) {
  const insertChart = (chart: unknown) => {
    workbook('insertChart', { ...plannedChart(chart), sheetId })
  }
  const removeChart = (chart: unknown) => {
    const id = chartIdOf(chart)
    if (id === undefined) throw exception('The chart is not on this sheet.')
    workbook('removeChart', { sheetId, id })
  }
  return {
    newChart: () => chartBuilder({}),
    getCharts: () => workbook('charts', { sheetId }).map((chart) => chartOf(chart)),
    insertChart,
    removeChart,
    updateChart(chart: unknown) {
      const id = chartIdOf(chart)
      if (id === undefined) throw exception('The chart is not on this sheet.')
      workbook('changeChart', { ...plannedChart(chart), id, sheetId })
    },
  }
}
