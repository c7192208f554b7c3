import { isoDay } from '../../core/calendar/iso-day.ts'
import { catalogueKpi, type KpiId } from '../../core/kpi/kpi-catalogue.ts'
import type { KpiCut } from '../../core/kpi/kpi-figure.ts'
import { type DaySpan, type KpiWindow, monthWindows } from '../../core/kpi/kpi-window.ts'
import type { BareFigure, SheetKpi } from '../../core/kpi/sheet-figures.ts'
import { wilsonInterval } from '../../core/statistics/wilson-interval.ts'
import { type LiveAnswer, type LiveQuery, liveAnswers } from '../live/live-cells.ts'

/** The KPIs that the backend counts. */
export type LiveKpi = Exclude<KpiId, SheetKpi>
export type WantedLive = { kpi: LiveKpi; by: KpiCut | '' }

/** Figures, the sentence that says why there are none, or that the backend can't be reached and they are no longer fresh. */
export type LiveFound = BareFigure[] | { problem: string } | 'stale'

/** What TS_SURVEY and TS_COMPLAINTS call them. */
export const liveMetrics: Record<LiveKpi, string> = {
  nps: 'NPS',
  csat: 'CSAT',
  ces: 'CES',
  response_rate: 'RESPONSE_RATE',
  complaints_new: 'NEW',
  complaints_open: 'OPEN',
  complaints_breached: 'BREACHED',
  complaints_on_time: 'ON_TIME_RATE',
  complaints_per_100: 'PER_100_CUSTOMERS',
  complaint_resolution_hours: 'MEDIAN_RESOLUTION_HOURS',
  complaint_handling_csat: 'HANDLING_CSAT',
}

/**
 * Figures of a survey and of the complaint desk, all in one request.
 *
 * @param survey Its id; '' for none, which leaves its figures out.
 * @param refresh Asked anew for another value, as in the live functions.
 * @returns For each one wanted what there is.
 * @throws InputError `backendAway`, where nothing is known of one of them.
 */
export function liveFigures(
  wanted: readonly WantedLive[],
  survey: string,
  window: KpiWindow,
  refresh: string,
): LiveFound[] {
  const asked = wanted.map((each) => queriesFor(each, survey, window))
  const answers = liveAnswers(asked.flat(), refresh)
  return wanted.map((each, place) => {
    const [now, before] = answers.splice(0, asked[place]?.length)
    if (now === undefined) return []
    if ('problem' in now) return now
    if (now.isStale || (before && 'value' in before && before.isStale)) return 'stale'
    return figures(each, now, before)
  })
}

/** The question for the figures, and for the whole the same of the days that it is compared with. */
function queriesFor({ kpi, by }: WantedLive, survey: string, window: KpiWindow): LiveQuery[] {
  const isSurvey = catalogueKpi(kpi)?.origin === 'survey'
  if (isSurvey && !survey) return []
  const shared = { ...(isSurvey ? { function: 'SURVEY' as const, survey } : { function: 'COMPLAINTS' as const }) }
  const span = by === 'month' ? { from: monthWindows(window.until)[0]?.window.from ?? 0, until: window.until } : window
  const query = (days: DaySpan, cut: Record<string, string>): LiveQuery => {
    return { ...shared, metric: liveMetrics[kpi], ...cut, from: isoDay(days.from), to: isoDay(days.until - 1) }
  }
  if (by !== '') return [query(span, { by: by === 'dimension' ? 'question' : by })]
  return [query(window, { table: 'WHOLE' }), query(window.before, { table: 'WHOLE' })]
}

function figures({ kpi, by }: WantedLive, now: LiveAnswer, before: LiveAnswer | undefined): BareFigure[] {
  const earlier = before && rowsOf(kpi, before)[0]?.value
  return rowsOf(kpi, now).map((row) => ({ ...row, group: by === '' ? '' : row.group, before: earlier }))
}

/** The rows of a table `value, n, figure`, and for surveys `low, high`, under its header. */
function rowsOf(kpi: LiveKpi, answer: LiveAnswer): BareFigure[] {
  if ('problem' in answer || !Array.isArray(answer.value)) return []
  return answer.value.slice(1).map(([group, count, figure, low, high]) => {
    const [value, n] = [numberIn(figure), Number(count)]
    const limits = low === undefined ? limitsOf(kpi, value, n) : { low: numberIn(low), high: numberIn(high) }
    return { group: String(group), value, n, ...limits, before: undefined }
  })
}

/** Limits of the desk's shares, which it gives without. */
function limitsOf(kpi: LiveKpi, value: number | undefined, n: number) {
  const isShare = catalogueKpi(kpi)?.unit === 'share'
  const stats = isShare && value !== undefined ? wilsonInterval(Math.round(value * n), n) : undefined
  return { low: stats?.low, high: stats?.high }
}

function numberIn(cell: string | number | undefined): number | undefined {
  return typeof cell === 'number' ? cell : undefined
}
