import type { ComplaintMetric } from '../../../../core/complaint/complaint-measures.ts'
import { messages } from '../../kit/language.ts'
import { percent } from '../../kit/percent.ts'

const RATES: readonly ComplaintMetric[] = ['ON_TIME_RATE', 'REOPEN_RATE', 'REPEAT_RATE', 'HANDLING_CSAT']

/** A figure of the desk as the language writes it; a dash where nothing was counted. */
export function shownFigure(metric: ComplaintMetric, figure: number | null): string {
  if (figure === null) return messages.complaintReport.nothing
  if (RATES.includes(metric)) return percent(figure)
  return figure.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 2 })
}
