import { InputError } from '../../core/input-error.ts'
import type { Question } from '../../core/survey/question.ts'
import type { SurveyKind } from '../../core/survey/survey-settings.ts'
import type { SurveyTemplate } from '../../core/survey/templates.ts'
import { textIn } from '../../core/survey/texts.ts'
import type { Texts } from '../../core/survey/texts-schema.ts'
import { userLanguage, userMessages } from '../user-language.ts'
import { callApi, callApiAtOnce } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'

/**
 * A survey as the form lists it. `answers` is null where nobody is to know: of staff. Of closesOn, '' is never; `today`
 * is the workspace's, by which a last day is over, '' where it was just made.
 */
export type Survey = {
  surveyId: string
  title: string
  status: 'draft' | 'open' | 'closed'
  kind: SurveyKind
  link: string
  answers: number | null
  closesOn: string
  today: string
}

/** One figure as the form shows it, rounded and with its unit. */
export type SurveyFigure = { label: string; n: number; value: string; interval: string }

type Reply = Pick<Survey, 'surveyId' | 'status' | 'kind'> & {
  title: Texts
  link?: string
  answers?: number
  closesOn?: string | null
}
type Figures = { rows?: { value: string; n: number; figure: number | null; low: number | null; high: number | null }[] }

/** All surveys of the workspace, the newest first. */
export function listSurveys(): Survey[] {
  const { surveys, today } = callApi<{ surveys: Reply[]; today: string }>({ method: 'get', path: `${path()}?counts=1` })
  return surveys.map((survey) => ({ ...shown(survey), today })).reverse()
}

/**
 * Makes a survey with the questions of a template; without one, with the usual questions.
 *
 * @param template Its title, where it has one, stands instead of `title`: it is in both languages.
 */
export function createSurvey(title: string, operationId: string, template: Partial<SurveyTemplate> = {}): Survey {
  if (!title.trim()) throw new InputError('blankField', { field: userMessages().fields.surveyTitle })
  const body = { title: title.trim(), ...template }
  return shown(callApi<Reply>({ method: 'post', path: path(), body, operationId }))
}

/** Opens it, and gives its public link. */
export function openSurvey(surveyId: string, operationId: string): string {
  return shown(callApi<Reply>({ method: 'post', path: `${path()}/${surveyId}/open`, operationId })).link
}

/** NPS, every satisfaction and ease that the survey asks for, with n and interval. */
export function surveySummary(surveyId: string): SurveyFigure[] {
  const survey = `${path()}/${surveyId}`
  const { questions } = callApi<{ questions: Question[] }>({ method: 'get', path: survey })
  const percent = (share: number) => userMessages().form.percent(rounded(share * 100))
  const metrics = (
    [
      ['nps', 'NPS', rounded],
      ['csat', 'CSAT', percent],
      ['ces', 'CES', rounded],
    ] as const
  ).filter(([asked]) => questions.some(({ type }) => type === asked))
  if (metrics.length === 0) return []
  const replies = callApiAtOnce<Figures[]>(
    metrics.map(([, metric]) => ({ method: 'get', path: `${survey}/figures?metric=${metric}&by=question` })),
  )
  return metrics.flatMap(([, , unit], at) => (replies[at]?.rows ?? []).map(figure(unit)))
}

function path(): string {
  return `/v1/workspaces/${requiredConnection().workspaceId}/surveys`
}

function shown({ surveyId, title, status, kind, link = '', answers = 0, closesOn }: Reply): Survey {
  const known = { surveyId, title: inLanguage(title), status, kind, link, closesOn: closesOn ?? '', today: '' }
  return { ...known, answers: kind === 'staff' ? null : answers }
}

function inLanguage(texts: Texts): string {
  return textIn(texts, userLanguage())
}

function figure(unit: (value: number) => string) {
  return ({ value: label, n, figure, low, high }: NonNullable<Figures['rows']>[number]): SurveyFigure => ({
    label,
    n,
    value: figure === null ? '' : unit(figure),
    interval: low === null || high === null ? '' : `${unit(low)} – ${unit(high)}`,
  })
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10)
}
