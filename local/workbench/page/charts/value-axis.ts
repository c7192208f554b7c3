import type { Area } from './chart-head.ts'
import { svgText, textWidth } from './svg-text.ts'
import { ticks, tickText } from './ticks.ts'

export type Axis = { svg: string; area: Area; at(value: number): number }

/** An axis of numbers at the left with lines across; gives the area that is left and where a value stands. */
export function leftAxis(values: number[], area: Area, below: number): Axis {
  const steps = ticks(values, Math.max(2, Math.floor((area.bottom - below - area.top) / 36)))
  const texts = steps.map(tickText)
  const inner = {
    ...area,
    left: area.left + Math.max(...texts.map((text) => textWidth(text, 11))) + 8,
    bottom: area.bottom - below,
  }
  const at = scale(steps, inner.bottom, inner.top + 4)
  const svg = steps.map((step, index) => {
    const y = at(step)
    const text = svgText(texts[index]!, inner.left - 8, y + 4, { anchor: 'end' })
    return `${line(inner.left, y, inner.right, y, step === 0)}${text}`
  })
  return { svg: svg.join(''), area: inner, at }
}

/** An axis of numbers below with lines upwards. */
export function bottomAxis(values: number[], area: Area, beside: number): Axis {
  const inner = { ...area, left: area.left + beside, bottom: area.bottom - 18, right: area.right - 10 }
  const steps = ticks(values, Math.max(2, Math.floor((inner.right - inner.left) / 80)))
  const at = scale(steps, inner.left, inner.right)
  const svg = steps.map((step) => {
    const x = at(step)
    return `${line(x, inner.top, x, inner.bottom, step === 0)}${svgText(tickText(step), x, inner.bottom + 15, { anchor: 'middle' })}`
  })
  return { svg: svg.join(''), area: inner, at }
}

function scale(steps: number[], from: number, to: number) {
  const low = steps[0]!
  const span = steps.at(-1)! - low
  return (value: number) => from + ((value - low) / span) * (to - from)
}

function line(x1: number, y1: number, x2: number, y2: number, zero: boolean) {
  const points = [x1, y1, x2, y2].map((value) => value.toFixed(1))
  return `<path d="M${points[0]} ${points[1]}L${points[2]} ${points[3]}" stroke="${zero ? '#9aa0a6' : '#e8eaed'}"/>`
}
