import type { ShownCell } from '../reference.ts'
import { shownText } from '../shown-text.ts'
import { figureText } from './scale.ts'
import { cut, INK, rect, SOFT, svg, text, textWidth, WIDTH } from './svg.ts'

const EDGE = 20
const ROW = 30

/** A table whose figures are the darker the greater; the columns before `from` say what each row is. */
export function heat([header = [], ...rows]: ShownCell[][], from: number): string {
  const figures = rows.flatMap((row) => row.slice(from)).filter((cell) => typeof cell === 'number')
  const [least, most] = [Math.min(...figures), Math.max(...figures)]
  const share = least >= 0 && most <= 1 && figures.some((figure) => !Number.isInteger(figure))
  const table = [header, ...rows]
  const widths = header.slice(0, from).map((_, column) => {
    return Math.min(150, Math.max(...table.map((row) => textWidth(shownText(row[column] ?? ''))))) + 18
  })
  const left = EDGE + widths.reduce((sum, width) => sum + width, 0)
  const cell = Math.min(96, (WIDTH - EDGE - left) / Math.max(1, header.length - from))
  const top = EDGE + 22
  const parts = header.map((name, column) => {
    const said = shownText(name)
    if (column < from) return text(edge(widths, column), top - 8, cut(said, 150), { fill: SOFT })
    return text(left + (column - from + 0.5) * cell, top - 8, cut(said, cell - 4), { fill: SOFT, anchor: 'middle' })
  })
  rows.forEach((row, index) => {
    const y = top + index * ROW
    row.forEach((value, column) => {
      if (column < from) {
        parts.push(text(edge(widths, column), y + 19, cut(shownText(value), 150)))
      } else if (typeof value === 'number') {
        const depth = most > least ? (value - least) / (most - least) : 0.5
        const x = left + (column - from) * cell
        parts.push(rect(x + 1, y + 1, cell - 2, ROW - 2, shade(depth), 4))
        const fill = depth > 0.6 ? '#ffffff' : INK
        parts.push(text(x + cell / 2, y + 19, figureText(value, share), { fill, anchor: 'middle' }))
      }
    })
  })
  return svg(top + rows.length * ROW + EDGE - 4, parts)
}

function edge(widths: number[], column: number): number {
  return EDGE + widths.slice(0, column).reduce((sum, width) => sum + width, 0)
}

/** From a pale blue to the add-on's own. */
function shade(depth: number): string {
  const [pale, deep] = [
    [232, 240, 254],
    [11, 87, 208],
  ] as const
  const mixed = pale.map((part, index) => Math.round(part + ((deep[index] ?? 0) - part) * depth))
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
