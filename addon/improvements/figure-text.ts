import type { KpiUnit } from '../../core/kpi/kpi-figure.ts'
import { userLanguage, userMessages } from '../user-language.ts'

/** A figure in words, in the language of the person: `76.9 %`, `31.2 points`. */
export function figureText(value: number, unit: KpiUnit): string {
  if (unit === 'share') return userMessages().form.percent(numberText(value, unit))
  return withUnit(numberText(value, unit), unit)
}

/** A change with its sign; that of a share is in percentage points. */
export function changeText(change: number, unit: KpiUnit): string {
  const text = numberText(Math.abs(change), unit)
  const sign = change < 0 ? '−' : '+'
  return withUnit(text === '0' ? text : sign + text, unit)
}

/** Per cent with one decimal; others with two where they are small, one else, none where they are large. */
function numberText(value: number, unit: KpiUnit): string {
  const size = Math.abs(value)
  const decimals = unit === 'share' ? 1 : size >= 1000 ? 0 : size >= 10 ? 1 : 2
  return (unit === 'share' ? 100 * value : value).toLocaleString(userLanguage(), { maximumFractionDigits: decimals })
}

function withUnit(number: string, unit: KpiUnit): string {
  const word = userMessages().improvementEffect.units[unit]
  return word === '' ? number : `${number} ${word}`
}
