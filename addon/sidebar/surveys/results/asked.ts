import { isoDay } from '../../../../core/calendar/iso-day.ts'
import type { SurveyMetric } from '../../../../core/survey/survey-figure.ts'
import { customerCuts, type PeriodCut, periodCuts, type ResultCut, type ResultsAsked } from '../../../survey/results.ts'
import type { ResultQuestion, ResultsSetup } from '../../../survey/results-setup.ts'

export const periods = ['days30', 'month', 'quarter', 'year', 'all', 'own'] as const
export type Period = (typeof periods)[number]

const MS_PER_DAY = 86_400_000
const METRICS: Record<ResultQuestion['type'], SurveyMetric[]> = {
  nps: ['NPS', 'MEAN', 'COUNT'],
  csat: ['CSAT', 'MEAN', 'COUNT'],
  ces: ['CES', 'COUNT'],
  single: ['SHARE', 'COUNT'],
  multiple: ['SHARE', 'COUNT'],
  text: [],
}

/** What can be asked of a question, the usual first; of the whole survey where there is none. */
export function metricsOf(question: ResultQuestion | undefined, kind: ResultsSetup['kind']): SurveyMetric[] {
  if (question) return METRICS[question.type]
  return kind === 'staff' ? ['COUNT'] : ['COUNT', 'RESPONSE_RATE']
}

/** What a figure can be broken down by. */
export function cutsOf(metric: SurveyMetric, kind: ResultsSetup['kind']): ResultCut[] {
  if (metric === 'SHARE') return []
  if (kind === 'staff') return ['question', 'segment']
  if (metric === 'RESPONSE_RATE') return ['tier', 'owner', 'segment', ...periodCuts]
  return ['question', ...customerCuts, ...periodCuts]
}

/** First and last day of a period that ends today; '' for all days. */
export function spanOf(period: Exclude<Period, 'own'>, today: string): { from: string; to: string } {
  const month = Number(today.slice(5, 7))
  const quarter = String(month - ((month - 1) % 3)).padStart(2, '0')
  const from = {
    days30: isoDay(Date.parse(today) / MS_PER_DAY - 29),
    month: `${today.slice(0, 8)}01`,
    quarter: `${today.slice(0, 5)}${quarter}-01`,
    year: `${today.slice(0, 5)}01-01`,
    all: '',
  }[period]
  return { from, to: from && today }
}

/** The periods of the line: those of the breakdown, else as fine as the days allow; '' where there is none. */
export function trendOf({ metric, from, to, by }: ResultsAsked, kind: ResultsSetup['kind']): PeriodCut | '' {
  if (kind === 'staff' || metric === 'SHARE') return ''
  const chosen = periodCuts.find((each) => each === by)
  if (chosen) return chosen
  const days = from && to ? (Date.parse(to) - Date.parse(from)) / MS_PER_DAY + 1 : 366
  if (days <= 14) return 'day'
  if (days <= 100) return 'week'
  return days <= 800 ? 'month' : 'quarter'
}
