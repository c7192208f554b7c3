import { type ComplaintMetric, rateMetrics } from '../../../../core/complaint/complaint-measures.ts'
import { messages } from '../../kit/language.ts'
import { percent } from '../../kit/percent.ts'

/** A figure of the desk as the language writes it; a dash where nothing was counted. */
export function shownFigure(metric: ComplaintMetric, figure: number | null): string {
  if (figure === null) return messages.complaintReport.nothing
  if (rateMetrics.includes(metric)) return percent(figure)
  return figure.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 2 })
}
