import { bottomLabels, labelDepth } from './category-labels.ts'
import type { Area } from './chart-head.ts'
import type { ChartTable } from './chart-table.ts'
import { seriesColor } from './palette.ts'
import { leftAxis } from './value-axis.ts'

/** Columns side by side for each label. */
export function columnChart({ labels, series }: ChartTable, outer: Area): string {
  const values = series.flatMap((one) => one.values.filter((value) => value !== null))
  const { svg, area, at } = leftAxis(values, outer, labelDepth(labels, outer.right - outer.left - 40))
  const band = (area.right - area.left) / labels.length
  const width = Math.min(56, (band * 0.72) / series.length)
  const bars = series.flatMap((one, index) =>
    one.values.map((value, row) => {
      if (value === null) return ''
      const x = area.left + (row + 0.5) * band + (index - series.length / 2) * width
      const [top, bottom] = [Math.min(at(value), at(0)), Math.max(at(value), at(0))]
      return `<rect x="${x.toFixed(1)}" y="${top.toFixed(1)}" width="${Math.max(1, width - 1).toFixed(1)}" height="${(bottom - top).toFixed(1)}" fill="${seriesColor(index)}"/>`
    }),
  )
  return svg + bars.join('') + bottomLabels(labels, area)
}
