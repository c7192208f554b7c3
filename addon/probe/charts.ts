import { onNewTab } from './on-new-tab.ts'

/** Whether a chart is found again. */
export const charts = {
  'the id of a chart that was just inserted, and after updateChart': () =>
    onNewTab((sheet) => {
      const range = sheet.getRange(1, 1, 2, 2)
      range.setValues([
        ['Month', 'Orders'],
        ['March', 3],
      ])
      const chart = sheet.newChart().asColumnChart().addRange(range).setPosition(4, 1, 0, 0).build()
      sheet.insertChart(chart)
      const inserted = sheet.getCharts()[0]!
      const id = inserted.getChartId()
      sheet.updateChart(inserted.modify().setOption('title', 'Orders').build())
      const charts = sheet.getCharts()
      return { 'is told': id !== null, stays: charts[0]?.getChartId() === id, charts: charts.length }
    }),
}
