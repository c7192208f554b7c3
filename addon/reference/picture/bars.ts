import type { ShownCell } from '../reference.ts'
import { shownText } from '../shown-text.ts'
import { scaleOf } from './scale.ts'
import { COLOURS, cut, LINE, legend, line, rect, type Series, SOFT, svg, text, textWidth, WIDTH } from './svg.ts'

const EDGE = 20
const BAR = 18

/** Bars from the left, a group for each label, the figure at the end of each. */
export function bars(labels: ShownCell[], series: Series[]): string {
  const names = labels.map((label) => cut(shownText(label), 200))
  const left = EDGE + Math.max(...names.map(textWidth)) + 12
  const scale = scaleOf(series, true)
  const room = WIDTH - left - EDGE - 56
  const below = scale.low < 0 ? 48 : 0
  const x = (value: number) => left + below + ((value - scale.low) / (scale.high - scale.low)) * (room - below)
  const group = series.length * (BAR + 2) + 12
  const top = EDGE + 26
  const bottom = top + names.length * group
  const parts = legend(
    left,
    EDGE + 8,
    series.map(({ name }) => name),
  )
  for (const tick of scale.ticks) {
    parts.push(line(x(tick), top - 4, x(tick), bottom, tick === 0 ? SOFT : LINE))
    parts.push(text(x(tick), bottom + 16, scale.text(tick), { fill: SOFT, anchor: 'middle' }))
  }
  names.forEach((name, row) => {
    const y = top + row * group
    parts.push(text(left - 10, y + (group - 12) / 2 + 4, name, { anchor: 'end' }))
    series.forEach(({ values }, index) => {
      const value = values[row]
      if (value === undefined) return
      const [from, to] = [Math.min(x(0), x(value)), Math.max(x(0), x(value))]
      const middle = y + index * (BAR + 2)
      parts.push(rect(from, middle, Math.max(1, to - from), BAR, COLOURS[index % COLOURS.length] as string))
      const end = value < 0 ? { x: from - 6, anchor: 'end' as const } : { x: to + 6, anchor: 'start' as const }
      parts.push(text(end.x, middle + 13, scale.text(value), end))
    })
  })
  return svg(bottom + 30, parts)
}
