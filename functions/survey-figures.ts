import type { InferOutput } from 'valibot'
import { object, optional, picklist, string } from 'valibot'
import { InputError } from '../core/input-error.ts'
import type { Language } from '../core/messages/messages.ts'
import { type PeriodUnit, periodLabel, periodOf } from '../core/periods.ts'
import { askedQuestion, fittingQuestions } from '../core/survey/asked-question.ts'
import type { Question } from '../core/survey/question.ts'
import { scales } from '../core/survey/question.ts'
import type { SurveyFigure } from '../core/survey/survey-figure.ts'
import { surveyFigure, surveyMetrics, valueShare } from '../core/survey/survey-figure.ts'
import type { Tally } from '../core/survey/tally.ts'
import { addTally, emptyTally } from '../core/survey/tally.ts'
import { textIn } from '../core/survey/texts.ts'
import { daySchema } from './day.ts'
import type { Cut, DayTally } from './store/figures.ts'
import { dayTallies } from './store/figures.ts'
import type { Survey } from './store/survey.ts'
import type { Table } from './store/table.ts'
import type { WorkspaceKey } from './store/workspace-key.ts'

const cutNames = ['tier', 'owner', 'segment', 'channel'] as const
const periodNames = ['day', 'week', 'month', 'quarter'] as const
const byNames = [...cutNames, 'question', ...periodNames] as const

/** A question about a survey's answers. Blank texts count as left out. */
export const figuresQuerySchema = object({
  metric: optional(picklist(surveyMetrics), 'NPS'),
  /** Its number, id, title or dimension; the first of the metric's type where left out. */
  question: optional(string()),
  by: optional(picklist(byNames)),
  /** One value of `by`, to be asked for alone. */
  value: optional(string()),
  from: optional(daySchema),
  to: optional(daySchema),
})
export type FiguresQuery = InferOutput<typeof figuresQuerySchema>

export type FigureRow = SurveyFigure & { value: string }

/** A figure, and the same by value where asked: never both a `value` and rows. SHARE has a row for each answer. */
export type SurveyFigures = SurveyFigure & { question: Question | undefined; rows: FigureRow[] | undefined }

const EVER = { from: '0000-01-01', to: '9999-12-31' }

/**
 * Figures of a survey, exact as of now, computed from its counted days.
 *
 * @param language Of the labels of questions and options among the rows.
 * @throws InputError `questionUnknown`, `questionUnfit`, `spanEmpty`, `valueWithoutBy`, `shareBy`, `noInvitations`.
 */
export async function surveyFigures(
  table: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  query: FiguresQuery,
  language: Language,
): Promise<SurveyFigures> {
  const { metric, by, value, from = EVER.from, to = EVER.to } = query
  if (from > to) throw new InputError('spanEmpty', undefined)
  if (value && !by) throw new InputError('valueWithoutBy', undefined)
  if (metric === 'SHARE' && by && !value) throw new InputError('shareBy', undefined)
  if (metric === 'RESPONSE_RATE') throw new InputError('noInvitations', undefined)
  const question = by === 'question' && !value ? undefined : questionAsked(survey, query)
  const days = await dayTallies(table, workspace, survey, cutOf(by), { from, to })
  if (metric === 'SHARE') {
    const whole = sumOf(value ? days.filter((day) => labelOf(day, by) === value) : days)
    return { ...surveyFigure('COUNT', whole, question?.id), question, rows: shares(whole, question!, language) }
  }
  const figure = (tally: Tally, id = question?.id) => surveyFigure(metric, tally, id)
  if (by === 'question') {
    const whole = sumOf(days)
    if (value) return { ...figure(whole), question, rows: undefined }
    const rows = fittingQuestions(survey.questions, metric).map((each) => ({
      value: textIn(each.title, language),
      ...figure(whole, each.id),
    }))
    return { ...figure(whole, questionAsked(survey, query)?.id), question, rows }
  }
  if (value) return { ...figure(sumOf(days.filter((day) => labelOf(day, by) === value))), question, rows: undefined }
  const rows = by && groups(days, by).map(([label, tally]) => ({ value: label, ...figure(tally) }))
  return { ...figure(sumOf(days)), question, rows }
}

/** The question asked about; by=question with a value names it there. */
function questionAsked({ questions }: Survey, { metric, question, by, value }: FiguresQuery): Question | undefined {
  return askedQuestion(questions, metric, by === 'question' && value ? value : question)
}

function cutOf(by: FiguresQuery['by']): Cut {
  return cutNames.find((cut) => cut === by) ?? 'all'
}

/** The value of `by` that a day's group belongs to. Weeks are named by their first day. */
function labelOf({ day, value }: DayTally, by: FiguresQuery['by']): string {
  const period = periodNames.find((name) => name === by)
  if (!period) return value
  const unit = period.toUpperCase() as PeriodUnit
  return periodLabel(periodOf(Date.parse(day) / 86_400_000, unit), unit)
}

function groups(days: DayTally[], by: FiguresQuery['by']): [string, Tally][] {
  const sums = new Map<string, Tally>()
  for (const day of days) {
    const label = labelOf(day, by)
    const sum = sums.get(label) ?? emptyTally()
    sums.set(label, sum)
    addTally(sum, day)
  }
  return [...sums].filter(([, { n }]) => n > 0).sort(([a], [b]) => (a < b ? -1 : 1))
}

function sumOf(tallies: Tally[]): Tally {
  const sum = emptyTally()
  for (const tally of tallies) addTally(sum, tally)
  return sum
}

/** One row for each option or score, in their order, those that nobody gave included. */
function shares(tally: Tally, question: Question, language: Language): FigureRow[] {
  const scale = scales[question.type]
  const values = scale
    ? Array.from({ length: scale[1] - scale[0] + 1 }, (_, i) => [String(scale[0] + i), String(scale[0] + i)])
    : (question.options ?? []).map(({ id, label }) => [id, textIn(label, language)])
  return values.map(([id, label]) => ({ value: label!, ...valueShare(tally, question.id, id!) }))
}
