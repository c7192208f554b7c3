import type { KpiFigure, KpiUnit } from '../../../core/kpi/kpi-figure.ts'
import type { Messages } from '../../../core/messages/messages.ts'

type Words = Messages['kpi']['sheet']

/** The number formats of values. */
export const formats: Record<KpiUnit, string> = {
  count: '#,##0',
  money: '#,##0',
  share: '0.0%',
  points: '0.0',
  days: '0.0',
  hours: '0.0',
}

/** What stands where there is no value. */
export const NONE = '–'

/** How a value stands to that of as many days before, in words: `▲ up 12.3 %, better`; '' where there is none. */
export function changeText({ value, before, unit, direction }: KpiFigure, words: Words): string {
  if (value === undefined || before === undefined) return ''
  const change = value - before
  const isRelative = (unit === 'count' || unit === 'money') && before !== 0
  const size = isRelative ? change / Math.abs(before) : change
  const amount = amountText(Math.abs(size), isRelative ? 'relative' : unit, words)
  if (Number(Math.abs(size).toFixed(isRelative || unit === 'share' ? 3 : 1)) === 0) return words.asBefore
  const verdict = direction === 0 ? '' : Math.sign(change) === direction ? words.better : words.worse
  return `${change > 0 ? words.up(amount) : words.down(amount)}${verdict}`
}

/** Its target, what a value was computed from, and within which limits it lies; '' where none says anything. */
export function basisText({ unit, n, low, high, value, target, direction }: KpiFigure, words: Words): string {
  const isReached =
    value !== undefined && target !== undefined && (direction === -1 ? value <= target : value >= target)
  const parts = [
    target === undefined ? '' : words.target({ target: limit(target, unit), isReached }),
    n === undefined || (unit === 'count' && n === value) ? '' : words.n(n),
    low === undefined || high === undefined ? '' : words.limits({ low: limit(low, unit), high: limit(high, unit) }),
  ]
  return parts.filter((part) => part !== '').join(words.between)
}

function amountText(size: number, unit: KpiUnit | 'relative', words: Words): string {
  if (unit === 'relative') return `${rounded(size * 100)} %`
  if (unit === 'share') return words.points(rounded(size * 100))
  return unit === 'hours' ? words.hours(rounded(size)) : rounded(size)
}

function limit(value: number, unit: KpiUnit): string {
  return unit === 'share' ? `${rounded(value * 100)} %` : rounded(value)
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10)
}
