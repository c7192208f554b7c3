import type { Area } from './chart-head.ts'
import type { ChartTable } from './chart-table.ts'
import { seriesColor } from './palette.ts'
import { fitted, svgText } from './svg-text.ts'

/** Shares of the first series, clockwise from the top, each named with its share beside the pie. */
export function pieChart({ labels, series }: ChartTable, area: Area): string {
  const values = (series[0]?.values ?? []).map((value) => Math.max(0, value ?? 0))
  const total = values.reduce((sum, value) => sum + value, 0)
  if (!total) return ''
  const height = area.bottom - area.top
  const radius = Math.min(height / 2, (area.right - area.left) * 0.27)
  const center = { x: area.left + radius, y: area.top + height / 2 }
  let before = 0
  const slices = values.map((value, index) => {
    const from = before / total
    before += value
    return slice(center, radius, from, before / total, seriesColor(index))
  })
  const rowHeight = Math.min(22, height / labels.length)
  const first = center.y - (rowHeight * labels.length) / 2
  const x = center.x + radius + 22
  const names = labels.map((label, index) => {
    const y = first + (index + 0.5) * rowHeight
    const share = `${((values[index]! / total) * 100).toFixed(1)}%`
    const name = fitted(label, area.right - x - 70, 11)
    const mark = `<rect x="${x}" y="${(y - 5).toFixed(1)}" width="10" height="10" rx="2" fill="${seriesColor(index)}"/>`
    return `${mark}${svgText(name, x + 16, y + 4)}${svgText(share, area.right, y + 4, { anchor: 'end', color: '#202124' })}`
  })
  return slices.join('') + names.join('')
}

function slice(center: { x: number; y: number }, radius: number, from: number, to: number, color: string): string {
  if (to <= from) return ''
  if (to - from > 0.9999) return `<circle cx="${center.x}" cy="${center.y}" r="${radius}" fill="${color}"/>`
  const point = (share: number) => {
    const angle = (share - 0.25) * 2 * Math.PI
    return `${(center.x + radius * Math.cos(angle)).toFixed(1)} ${(center.y + radius * Math.sin(angle)).toFixed(1)}`
  }
  const arc = `A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${point(to)}`
  return `<path d="M${center.x} ${center.y}L${point(from)}${arc}Z" fill="${color}" stroke="#fff"/>`
}
