import type { Chart } from '../../workbook.ts'
import { barChart } from './bar-chart.ts'
import { chartHead, type Size } from './chart-head.ts'
import type { ChartTable } from './chart-table.ts'
import { columnChart } from './column-chart.ts'
import { lineChart } from './line-chart.ts'
import { pieChart } from './pie-chart.ts'
import { escaped, svgText } from './svg-text.ts'

const drawings = { LINE: lineChart, COLUMN: columnChart, BAR: barChart, PIE: pieChart }

/** A chart as SVG markup; every text of the sheet in it is escaped. `none` is said where there is nothing to draw. */
export function chartSvg({ type, title }: Pick<Chart, 'type' | 'title'>, table: ChartTable, size: Size, none: string) {
  const { width, height } = size
  const { svg, area } = chartHead(title, type === 'PIE' ? { ...table, series: table.series.slice(0, 1) } : table, size)
  const empty = !table.series.some((one) => one.values.some((value) => value !== null))
  const body = empty
    ? svgText(none, width / 2, height / 2, { anchor: 'middle', size: 12 })
    : drawings[type](table, area)
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escaped(title)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Roboto, 'Noto Sans', 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', Arial, sans-serif">${svg}${body}</svg>`
}
