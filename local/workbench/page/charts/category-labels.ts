import type { Area } from './chart-head.ts'
import { fitted, svgText, textWidth } from './svg-text.ts'

/** Pixels that labels need below: more where they must be turned to fit. */
export function labelDepth(labels: string[], width: number): number {
  return turned(labels, width) ? 14 + Math.min(64, widest(labels) * 0.72) : 20
}

/** Labels below the middle of each band; where they are too wide, turned, and where too many, every n-th. */
export function bottomLabels(labels: string[], area: Area): string {
  const band = (area.right - area.left) / labels.length
  const turn = turned(labels, area.right - area.left)
  const every = Math.max(1, Math.ceil((turn ? 14 : Math.min(widest(labels), 90) + 6) / band))
  return labels
    .map((label, index) => {
      if (index % every) return ''
      const x = area.left + (index + 0.5) * band
      if (turn) return svgText(fitted(label, 88, 11), x + 4, area.bottom + 14, { anchor: 'end', turn: -40 })
      return svgText(fitted(label, Math.max(band * every - 6, 24), 11), x, area.bottom + 15, { anchor: 'middle' })
    })
    .join('')
}

/** Few labels that are too wide for their bands are turned; many are thinned out instead. */
function turned(labels: string[], width: number): boolean {
  const band = width / Math.max(1, labels.length)
  return widest(labels) + 6 > band && band >= 14 && labels.length <= 24
}

function widest(labels: string[]): number {
  return Math.max(0, ...labels.map((label) => textWidth(label, 11)))
}
