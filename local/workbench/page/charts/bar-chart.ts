import type { Area } from './chart-head.ts'
import type { ChartTable } from './chart-table.ts'
import { seriesColor } from './palette.ts'
import { fitted, svgText, textWidth } from './svg-text.ts'
import { bottomAxis } from './value-axis.ts'

/** Bars from left to right, the first label at the top. */
export function barChart({ labels, series }: ChartTable, outer: Area): string {
  const values = series.flatMap((one) => one.values.filter((value) => value !== null))
  const room = Math.min((outer.right - outer.left) * 0.4, Math.max(...labels.map((label) => textWidth(label, 11))) + 8)
  const { svg, area, at } = bottomAxis(values, outer, room)
  const band = (area.bottom - area.top) / labels.length
  const height = Math.min(32, (band * 0.72) / series.length)
  const every = Math.ceil(14 / band)
  const bars = series.flatMap((one, index) =>
    one.values.map((value, row) => {
      if (value === null) return ''
      const y = area.top + (row + 0.5) * band + (index - series.length / 2) * height
      const [left, right] = [Math.min(at(value), at(0)), Math.max(at(value), at(0))]
      return `<rect x="${left.toFixed(1)}" y="${y.toFixed(1)}" width="${(right - left).toFixed(1)}" height="${Math.max(1, height - 1).toFixed(1)}" fill="${seriesColor(index)}"/>`
    }),
  )
  const names = labels.map((label, row) =>
    row % every
      ? ''
      : svgText(fitted(label, room - 8, 11), area.left - 8, area.top + (row + 0.5) * band + 4, { anchor: 'end' }),
  )
  return svg + bars.join('') + names.join('')
}
