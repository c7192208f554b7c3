import type { ShownCell } from '../reference.ts'
import { shownText } from '../shown-text.ts'
import { scaleOf } from './scale.ts'
import { at, COLOURS, cut, LINE, legend, line, type Series, SOFT, svg, text, textWidth, WIDTH } from './svg.ts'

const EDGE = 20
const HEIGHT = 300

/** Lines over labels from left to right; a line has a gap where a figure is missing. */
export function lines(labels: ShownCell[], series: Series[]): string {
  const scale = scaleOf(series, false)
  const left = EDGE + Math.max(...scale.ticks.map((tick) => textWidth(scale.text(tick)))) + 10
  const [top, bottom, right] = [EDGE + 30, HEIGHT - 44, WIDTH - EDGE - 24]
  const places = placesOf(labels)
  const x = (index: number) => left + 16 + (places[index] ?? 0) * (right - left - 32)
  const y = (value: number) => bottom - ((value - scale.low) / (scale.high - scale.low)) * (bottom - top)
  const parts = legend(
    left,
    EDGE + 8,
    series.map(({ name }) => name),
  )
  for (const tick of scale.ticks) {
    parts.push(line(left, y(tick), right, y(tick), tick === 0 ? SOFT : LINE))
    parts.push(text(left - 8, y(tick) + 4, scale.text(tick), { fill: SOFT, anchor: 'end' }))
  }
  const names = labels.map(shownText)
  const apart = (right - left) / Math.max(1, names.length - 1)
  const every = Math.max(1, Math.ceil((Math.max(...names.map(textWidth)) + 10) / Math.max(apart, 1)))
  names.forEach((name, index) => {
    if (index % every > 0) return
    const label = cut(name, Math.max(60, every * apart - 6))
    parts.push(text(x(index), bottom + 20, label, { fill: SOFT, anchor: 'middle' }))
  })
  const paths = series.flatMap(({ values }, index) => path(values, COLOURS[index % COLOURS.length] as string, x, y))
  return svg(HEIGHT, [...parts, ...paths])
}

/** From 0 to 1: numbers as far apart as they are, anything else evenly. */
function placesOf(labels: ShownCell[]): number[] {
  const numbers = labels.filter((label) => typeof label === 'number')
  const ascends = numbers.length === labels.length && numbers.every((each, at) => at === 0 || each > numbers[at - 1]!)
  const [first = 0, last = 0] = [numbers[0], numbers[numbers.length - 1]]
  return ascends && last > first
    ? numbers.map((each) => (each - first) / (last - first))
    : labels.map((_, at) => at / Math.max(1, labels.length - 1))
}

function path(
  values: Series['values'],
  colour: string,
  x: (index: number) => number,
  y: (value: number) => number,
): string[] {
  const points = values.flatMap((value, index) => (value === undefined ? [] : [{ index, x: x(index), y: y(value) }]))
  const way = points.map((point, place) => {
    const joined = points[place - 1]?.index === point.index - 1
    return `${joined ? 'L' : 'M'}${at(point.x)} ${at(point.y)}`
  })
  const dots = points.length > 40 ? [] : points.map((point) => dot(point.x, point.y, colour))
  return [`<path d="${way.join('')}" fill="none" stroke="${colour}" stroke-width="2.5"/>`, ...dots]
}

function dot(x: number, y: number, colour: string): string {
  return `<circle cx="${at(x)}" cy="${at(y)}" r="3.5" fill="#fff" stroke="${colour}" stroke-width="2"/>`
}
