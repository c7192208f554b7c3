import type { ChartTable } from './chart-table.ts'
import { seriesColor } from './palette.ts'
import { fitted, svgText, textWidth } from './svg-text.ts'

/** Where the marks go, in pixels. */
export type Area = { left: number; top: number; right: number; bottom: number }

export type Size = { width: number; height: number }

/** The title and, for several series, their names; and the area below that is left for the chart. */
export function chartHead(title: string, table: ChartTable, { width, height }: Size): { svg: string; area: Area } {
  let top = 14
  let svg = ''
  if (title) {
    svg += svgText(fitted(title, width - 32, 15), 16, top + 14, { size: 15, color: '#202124', bold: true })
    top += 26
  }
  const names = table.series.map(({ name }, index) => ({ name, color: seriesColor(index) })).filter(({ name }) => name)
  if (table.series.length > 1 && names.length) {
    svg += legend(names, top + 10, width)
    top += 20
  }
  return { svg, area: { left: 16, top: top + 8, right: width - 16, bottom: height - 14 } }
}

function legend(names: { name: string; color: string }[], y: number, width: number): string {
  const room = (width - 32) / names.length
  let x = 16
  return names
    .map(({ name, color }) => {
      const text = fitted(name, room - 26, 11)
      const entry = `<rect x="${x}" y="${y - 9}" width="10" height="10" rx="2" fill="${color}"/>${svgText(text, x + 15, y)}`
      x += 15 + textWidth(text, 11) + 16
      return entry
    })
    .join('')
}
