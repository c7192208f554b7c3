import type { SurveyFigure, SurveyMetric } from '../../../../core/survey/survey-figure.ts'
import type { ResultUnit } from '../../../survey/results-table.ts'
import { messages } from '../../kit/language.ts'
import { percent } from '../../kit/percent.ts'

const text = messages.surveyResults

/** Fewer answers than these leave a figure unsure. */
export const FEW = 30

const UNITS: Record<SurveyMetric, ResultUnit> = {
  ...{
    NPS: 'points',
    CSAT: 'share',
    RESPONSE_RATE: 'share',
    SHARE: 'share',
    CES: 'mean',
    MEAN: 'mean',
    COUNT: 'count',
  },
}

export function unitOf(metric: SurveyMetric): ResultUnit {
  return UNITS[metric]
}

/** A value in its unit: NPS and shares to one decimal, means to two. '' where it can't be said. */
export function shown(value: number | null, unit: ResultUnit): string {
  if (value === null) return ''
  return unit === 'share'
    ? percent(value).replace(' ', '\u00a0')
    : decimal(value, unit === 'mean' ? 2 : unit === 'points' ? 1 : 0)
}

/** How sure a figure is, in words; '' for a count. */
export function interval({ low, high, n }: SurveyFigure, unit: ResultUnit): string {
  if (unit === 'count' || n === 0) return ''
  if (low === null || high === null) return text.noInterval
  return text.between({ low: shown(low, unit), high: shown(high, unit) })
}

/** What a figure changed by, as an amount in words; `+` where `signed`. */
export function amount(change: number, unit: ResultUnit, signed: boolean): string {
  const value = unit === 'share' ? change * 100 : change
  const size = decimal(Math.abs(value), unit === 'mean' ? 2 : 1)
  const sign = !signed || Number(size.replace(/\D/g, '')) === 0 ? '' : value > 0 ? '+' : '−'
  return text.amounts[unit](`${sign}${size}`)
}

function decimal(value: number, digits: number): string {
  const rounded = Math.round(value * 10 ** digits) / 10 ** digits
  return (rounded === 0 ? 0 : rounded).toLocaleString(document.documentElement.lang, { maximumFractionDigits: digits })
}
