import type { SurveyFigure, SurveyMetric } from '../../core/survey/survey-figure.ts'
import { localTime } from '../sheet/local-time.ts'
import { callApiAtOnce } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'

export const customerCuts = ['tier', 'owner', 'segment', 'channel', 'tier_now', 'owner_now'] as const
export const periodCuts = ['day', 'week', 'month', 'quarter'] as const
export type PeriodCut = (typeof periodCuts)[number]
export type ResultCut = (typeof customerCuts)[number] | 'question' | PeriodCut

/** What is asked of a survey: '' is the whole survey, the first or last day of all, no cut. */
export type ResultsAsked = { metric: SurveyMetric; question: string; from: string; to: string; by: ResultCut | '' }

/** A figure against as many days just before. */
type ResultChange = { before: number; change: number; verdict: 'up' | 'down' | 'none' }
export type ResultRow = SurveyFigure & { value: string; change?: ResultChange | null }

/** What the form shows; null for what cannot be told of this question, span or kind of survey. */
export type SurveyResults = {
  whole: SurveyFigure
  /** How many gave each answer. */
  shares: ResultRow[] | null
  trend: ResultRow[] | null
  groups: ResultRow[] | null
  change: ResultChange | null
  /** The days that it is compared with. */
  before: { from: string; to: string } | null
  responseRate: SurveyFigure | null
  /** In the spreadsheet's time zone. */
  asOf: string
  /** Whether newer answers are still to be counted. */
  isBehind: boolean
  /** Until when answers may move between groups, in the spreadsheet's time zone; '' where they do not. */
  settlesAt: string
}

type Held = { asOf: string; behind?: true; settlesAt?: string }
type Figures = SurveyFigure & Held & { rows?: ResultRow[] }
type Comparison = Held & {
  before: { from: string; to: string }
  change: ResultChange | null
  rows?: { value: string; change: ResultChange | null }[]
}

/**
 * All that the form shows of one question, in one step.
 *
 * @param trend The periods of the line; '' for none, as of a survey of staff.
 * @throws Refusal with the backend's sentence; InputError `backendAway`.
 */
export function surveyResults(surveyId: string, asked: ResultsAsked, trend: PeriodCut | ''): SurveyResults {
  const { metric, question, from, to, by } = asked
  const path = `/v1/workspaces/${requiredConnection().workspaceId}/surveys/${surveyId}`
  const figures = (query: Partial<ResultsAsked>) => `${path}/figures${queryText({ ...asked, by: '', ...query })}`
  const isFigure = metric !== 'SHARE'
  const isCompared = ['NPS', 'CSAT', 'CES', 'MEAN'].includes(metric) && trend !== '' && from !== '' && to !== ''
  const cut = customerCuts.some((each) => each === by) ? by : ''
  const paths = [
    figures({}),
    isFigure && question !== '' ? figures({ metric: 'SHARE' }) : '',
    isFigure && by !== '' ? figures({ by }) : '',
    isFigure && trend !== '' && by !== trend ? figures({ by: trend }) : '',
    trend === '' ? '' : figures({ metric: 'RESPONSE_RATE', question: '' }),
    isCompared ? `${path}/comparison${queryText({ metric, question, from, to, by: cut })}` : '',
  ]
  const [whole, shares, groups, line, rate, comparison] = replies(paths) as [Figures, ...(Figures | null)[]] as [
    Figures,
    Figures | null,
    Figures | null,
    Figures | null,
    Figures | null,
    Comparison | null,
  ]
  const changes = new Map(comparison?.rows?.map(({ value, change }) => [value, change]))
  return {
    whole: figureOf(whole),
    shares: (isFigure ? shares : whole)?.rows ?? null,
    trend: (by !== '' && by === trend ? groups : line)?.rows ?? null,
    groups: groups?.rows?.map((row) => ({ ...row, change: changes.get(row.value) ?? null })) ?? null,
    change: comparison?.change ?? null,
    before: comparison?.before ?? null,
    responseRate: rate && figureOf(rate),
    ...heldTogether([whole, shares, groups, line, rate, comparison]),
  }
}

/** Of several replies the earliest that is behind, and when the last of them settles. */
function heldTogether(replies: (Held | null)[]): Pick<SurveyResults, 'asOf' | 'isBehind' | 'settlesAt'> {
  const held = replies.filter((reply) => reply !== null)
  const behind = held.filter((reply) => reply.behind)
  const [asOf = ''] = (behind.length > 0 ? behind : held).map((reply) => reply.asOf).sort()
  const settlesAt = held
    .map((reply) => reply.settlesAt ?? '')
    .sort()
    .pop()
  return { asOf: localTime(asOf), isBehind: behind.length > 0, settlesAt: settlesAt ? localTime(settlesAt) : '' }
}

/** The replies to those paths that are asked, null for '' ones. */
function replies(paths: string[]): unknown[] {
  const asked = paths.filter(Boolean)
  const found = callApiAtOnce<unknown[]>(asked.map((path) => ({ method: 'get', path })))
  return paths.map((path) => (path ? found[asked.indexOf(path)] : null))
}

function figureOf({ n, figure, low, high }: Figures): SurveyFigure {
  return { n, figure, low, high }
}

/** A query without its blanks. */
export function queryText(query: Record<string, string>): string {
  const parts = Object.entries(query).flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value)}`] : []))
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}
