import type { KpiUnit } from '../../../core/kpi/kpi-figure.ts'
import { messages } from '../kit/language.ts'
import { money } from '../kit/money.ts'
import { percent } from '../kit/percent.ts'

/** A KPI's value as people read it; a dash where there is none. */
export function shownValue(value: number | undefined | null, unit: KpiUnit): string {
  if (value === undefined || value === null) return messages.kpiProofForm.missing
  if (unit === 'share') return percent(value)
  if (unit === 'money') return money(value)
  return value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: unit === 'count' ? 0 : 1 })
}

/** A change with its sign; of shares in points. */
export function shownChange(change: number, unit: KpiUnit): string {
  const size = unit === 'share' ? Math.abs(change) * 100 : Math.abs(change)
  const text = unit === 'share' ? messages.kpi.sheet.points(shownValue(size, 'points')) : shownValue(size, unit)
  return `${change > 0 ? '+' : change < 0 ? '−' : '±'}${text}`
}
