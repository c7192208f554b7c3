import { isoDay } from '../../../core/calendar/iso-day.ts'
import { catalogueKpi } from '../../../core/kpi/kpi-catalogue.ts'
import type { KpiWindow } from '../../../core/kpi/kpi-window.ts'
import type { Counted } from '../../../core/kpi/proof-verdict.ts'
import { recountedScores } from '../../../core/kpi/recounted-scores.ts'
import { callApi } from '../../workspace/api.ts'
import { requiredConnection } from '../../workspace/connection.ts'
import { type LiveKpi, liveMetrics } from '../live-figures.ts'

type SurveyPart = {
  question?: { title: string; points: number }
  scores: Record<string, number>
  links: number
  answered: number
  cursor?: string
}

/** A figure counted anew from single answers or complaints, and what it was asked about. */
export type LiveRecount = Counted & { question: string }

/** @throws Refusal with the backend's sentence; InputError `notConnected`, `backendAway`. */
export function liveRecount(kpi: LiveKpi, survey: string, window: KpiWindow): LiveRecount {
  const { workspaceId } = requiredConnection()
  const metric = liveMetrics[kpi]
  const query = `metric=${metric}&from=${isoDay(window.from)}&to=${isoDay(window.until - 1)}`
  const workspace = `/v1/workspaces/${workspaceId}`
  if (catalogueKpi(kpi)?.origin === 'survey') {
    return surveyRecount(metric as SurveyMetric, `${workspace}/surveys/${survey}/recount?${query}`)
  }
  const path = `${workspace}/complaint-recount?${query}`
  const { n, figure } = callApi<{ n: number; figure: number | null }>({ method: 'get', path })
  return { n, value: figure ?? undefined, question: '' }
}

type SurveyMetric = 'NPS' | 'CSAT' | 'CES' | 'RESPONSE_RATE'

/** Page by page. */
function surveyRecount(metric: SurveyMetric, path: string): LiveRecount {
  const scores: Record<string, number> = {}
  let [links, answered] = [0, 0]
  let cursor: string | undefined
  let question: SurveyPart['question']
  do {
    const part = callApi<SurveyPart>({ method: 'get', path: cursor ? `${path}&cursor=${cursor}` : path })
    for (const [score, times] of Object.entries(part.scores)) scores[score] = (scores[score] ?? 0) + times
    links += part.links
    answered += part.answered
    question = part.question
    cursor = part.cursor
  } while (cursor)
  if (metric === 'RESPONSE_RATE') return { n: links, value: links === 0 ? undefined : answered / links, question: '' }
  return { ...recountedScores(metric, scores, question?.points ?? 5), question: question?.title ?? '' }
}
