import type { ComplaintCut } from '../../core/complaint/complaint-cut.ts'
import { type ComplaintMetric, complaintMetrics, rateMetrics } from '../../core/complaint/complaint-measures.ts'
import { localTime } from '../sheet/local-time.ts'
import { writeReport } from '../tiering/write-report.ts'
import { userMessages } from '../user-language.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'
import { cutLabel } from './cut-label.ts'

/** What is asked: days `YYYY-MM-DD` of reception or whatever a figure counts, '' for open ends and for no cut. */
export type ReportQuestion = { by: ComplaintCut | ''; from: string; to: string }

/** Every figure by metric, each with the cases that it rests on; null where there are none. */
export type ComplaintReport = {
  asOf: string
  metrics: Record<ComplaintMetric, { value: string; n: number; figure: number | null }[]>
}

const DECIMALS: readonly ComplaintMetric[] = [
  'MEDIAN_RESPONSE_HOURS',
  'MEDIAN_RESOLUTION_HOURS',
  'P90_RESOLUTION_HOURS',
  'PER_100_CUSTOMERS',
  'COMPENSATION',
]

/** The whole report of the desk. `asOf` is a text in the spreadsheet's time zone. */
export function complaintReport(question: ReportQuestion): ComplaintReport {
  const query = Object.entries(question).flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value)}`] : [],
  )
  const path = `/v1/workspaces/${requiredConnection().workspaceId}/complaint-report?${query.join('&')}`
  const report = callApi<ComplaintReport>({ method: 'get', path })
  return { ...report, asOf: localTime(report.asOf) }
}

/** Writes it to a tab of its own, a row a value of the cut and a column a figure. @returns The tab's name. */
export function writeComplaintReport(question: ReportQuestion): string {
  const { asOf, metrics } = complaintReport(question)
  const messages = userMessages()
  const words = messages.complaintReport
  const values = [...new Set(complaintMetrics.flatMap((metric) => metrics[metric].map(({ value }) => value)))].sort()
  const figures = new Map(
    complaintMetrics.map((metric) => [metric, new Map(metrics[metric].map(({ value, figure }) => [value, figure]))]),
  )
  return writeReport({
    name: words.tab,
    header: [
      question.by ? words.cuts[question.by] : words.all,
      ...complaintMetrics.map((metric) => words.metrics[metric]),
      words.asOf,
    ],
    rows: values.map((value) => [
      question.by ? cutLabel(messages, question.by, value) : words.all,
      ...complaintMetrics.map((metric) => figures.get(metric)?.get(value) ?? (isCount(metric) ? 0 : '')),
      asOf,
    ]),
    formats: [undefined, ...complaintMetrics.map(formatOf), undefined],
  })
}

/** What is 0 where there is no case; the others can't be said then. */
function isCount(metric: ComplaintMetric): boolean {
  return metric === 'COMPENSATION' || !(rateMetrics.includes(metric) || DECIMALS.includes(metric))
}

function formatOf(metric: ComplaintMetric): string {
  if (rateMetrics.includes(metric)) return '0.0%'
  return DECIMALS.includes(metric) ? '#,##0.00' : '#,##0'
}
