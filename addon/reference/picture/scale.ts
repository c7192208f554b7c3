import { shownText } from '../shown-text.ts'
import type { Series } from './svg.ts'

/** From figures to a length, round steps on the way, and how figures read: shares of one as percentages. */
export type Scale = { low: number; high: number; ticks: number[]; share: boolean; text(value: number): string }

/** A scale that holds all figures, and 0 unless they lie close together far from it and nothing is drawn from 0. */
export function scaleOf(series: Series[], drawnFromZero: boolean): Scale {
  const figures = series.flatMap(({ values }) => values).filter((value) => value !== undefined)
  const far = !drawnFromZero && Math.min(...figures) > 0.6 * Math.max(...figures)
  const [least, most] = far
    ? [Math.min(...figures), Math.max(...figures)]
    : [Math.min(0, ...figures), Math.max(0, ...figures)]
  const step = roundStep((most - least) / 4 || 1)
  const share = least >= 0 && most <= 1 && figures.some((figure) => !Number.isInteger(figure))
  const [low, high] = [Math.floor(least / step + 1e-9) * step, Math.ceil(most / step - 1e-9) * step]
  const count = Math.max(1, Math.round((high - low) / step))
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((low + index * step).toPrecision(10)))
  return { low, high: ticks[count] ?? high, ticks, share, text: (value) => figureText(value, share) }
}

/** `62 %` for a share, else the figure with at most one decimal where it is large. */
export function figureText(value: number, share: boolean): string {
  if (share) return `${Math.round(value * 1000) / 10} %`
  return shownText(Number(value.toFixed(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2)))
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const found = [1, 2, 2.5, 5, 10].find((step) => step * power >= rough * 0.999)
  return (found ?? 10) * power
}
