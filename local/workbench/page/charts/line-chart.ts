import { bottomLabels, labelDepth } from './category-labels.ts'
import type { Area } from './chart-head.ts'
import type { ChartTable } from './chart-table.ts'
import { seriesColor } from './palette.ts'
import { leftAxis } from './value-axis.ts'

/** A line for each series, broken where a value is missing; points are marked where there are few. */
export function lineChart({ labels, series }: ChartTable, outer: Area): string {
  const values = series.flatMap((one) => one.values.filter((value) => value !== null))
  const { svg, area, at } = leftAxis(values, outer, labelDepth(labels, outer.right - outer.left - 40))
  const band = (area.right - area.left) / labels.length
  const lines = series.map((one, index) => {
    const color = seriesColor(index)
    let path = ''
    let dots = ''
    for (const [row, value] of one.values.entries()) {
      if (value === null) continue
      const place = `${(area.left + (row + 0.5) * band).toFixed(1)} ${at(value).toFixed(1)}`
      path += `${row > 0 && one.values[row - 1] !== null ? 'L' : 'M'}${place}`
      const [cx, cy] = place.split(' ')
      if (labels.length <= 31) dots += `<circle cx="${cx}" cy="${cy}" r="3" fill="${color}"/>`
    }
    return `<path d="${path}" fill="none" stroke="${color}" stroke-width="2" stroke-linejoin="round"/>${dots}`
  })
  return svg + lines.join('') + bottomLabels(labels, area)
}
