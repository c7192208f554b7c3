import type { InferOutput } from 'valibot'
import { object, optional, picklist, string } from 'valibot'
import { daySchema } from '../../core/calendar/day-schema.ts'
import { type PeriodUnit, periodLabel, periodOf } from '../../core/calendar/periods.ts'
import { InputError } from '../../core/input-error.ts'
import { type Language, type Messages, messagesFor } from '../../core/messages/messages.ts'
import { askedQuestion, fittingQuestions } from '../../core/survey/asked-question.ts'
import { isApart } from '../../core/survey/channels.ts'
import { hiddenGroups, SMALLEST_GROUP } from '../../core/survey/hidden-groups.ts'
import type { Question } from '../../core/survey/question.ts'
import { scaleOf } from '../../core/survey/question.ts'
import type { SurveyFigure } from '../../core/survey/survey-figure.ts'
import { surveyFigure, surveyMetrics, valueShare } from '../../core/survey/survey-figure.ts'
import type { Tally } from '../../core/survey/tally.ts'
import { addTally, emptyTally } from '../../core/survey/tally.ts'
import { textIn } from '../../core/survey/texts.ts'
import type { Backend } from '../backend.ts'
import { answerDays } from '../store/answer-days.ts'
import type { DayTally } from '../store/figures.ts'
import { dayTallies } from '../store/figures.ts'
import { knownQuestions, type Survey } from '../store/survey.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { followCustomers } from './follow-customers.ts'
import { responseRate } from './response-rate.ts'
import { refuseStaffQuery } from './staff-survey.ts'

const cutNames = ['tier', 'owner', 'segment', 'channel', 'tier_now', 'owner_now'] as const
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

/** Changed customers whose answers are brought up to date while somebody waits. */
const MOST_FOLLOWING = 2000

const EVER = { from: '0000-01-01', to: '9999-12-31' }

/**
 * Figures of a survey, exact as of now, computed from its counted days.
 *
 * @param language Of the labels of questions and options among the rows.
 * @throws InputError `questionUnknown`, `questionUnfit`, `spanEmpty`, `valueWithoutBy`, `shareBy`, `responseRateCut`,
 *   `customersFollowing`, `staffOpen`, `staffCut`, `groupTooSmall`.
 */
export async function surveyFigures(
  backend: Backend,
  workspace: WorkspaceKey,
  survey: Survey,
  query: FiguresQuery,
  language: Language,
): Promise<SurveyFigures> {
  const { metric, by, value } = checkedQuery(query)
  const isStaff = survey.kind === 'staff'
  if (isStaff) await refuseStaffQuery(backend, workspace, survey, query)
  if (metric === 'RESPONSE_RATE') return answeredInvitations(backend, workspace, survey, query)
  const question = questionAsked(survey, query)
  const counted = await tallies(backend, workspace, survey, query)
  const days = isStaff && by === 'segment' ? shownDays(counted, question, messagesFor(language)) : counted
  const whole = sumOf(
    value && by !== 'question' ? days.filter((day) => labelOf(day, by) === value) : surveyed(days, by),
  )
  const isTooFew = ({ n }: { n: number }) => isStaff && n < SMALLEST_GROUP
  if (isTooFew(surveyFigure('COUNT', whole, question?.id)))
    throw new InputError('groupTooSmall', { least: SMALLEST_GROUP })
  if (metric === 'SHARE') {
    return { ...surveyFigure('COUNT', whole, question?.id), question, rows: shares(whole, question!, language) }
  }
  const figure = (tally: Tally, asked = question) => surveyFigure(metric, tally, asked?.id, asked?.points)
  const asked = { ...figure(whole), question }
  if (!by || value) return { ...asked, rows: undefined }
  if (by !== 'question') {
    return { ...asked, rows: groups(days, by).map(([label, tally]) => ({ value: label, ...figure(tally) })) }
  }
  const fitting = fittingQuestions(survey.questions, metric)
  const rows = fitting.map((each) => ({
    value: textIn(each.dimension ?? each.title, language),
    ...(isTooFew(figure(whole, each)) ? { n: 0, figure: null, low: null, high: null } : figure(whole, each)),
  }))
  return { ...asked, rows }
}

/** The groups of a survey of staff, those that must not be shown put together as one. */
function shownDays(days: DayTally[], question: Question | undefined, { surveyForm }: Messages): DayTally[] {
  const sizes = groups(days, 'segment').map(([value, tally]) => {
    return { value, n: surveyFigure('COUNT', tally, question?.id).n }
  })
  const hidden = hiddenGroups(sizes)
  return days.map((day) => (hidden.has(day.value) ? { ...day, value: surveyForm.otherGroups } : day))
}

function checkedQuery({ metric, by, value, from = EVER.from, to = EVER.to }: FiguresQuery) {
  if (from > to) throw new InputError('spanEmpty', undefined)
  if (value && !by) throw new InputError('valueWithoutBy', undefined)
  if (metric === 'SHARE' && by && !value) throw new InputError('shareBy', undefined)
  return { metric, by, value }
}

async function answeredInvitations(
  table: Backend,
  workspace: WorkspaceKey,
  survey: Survey,
  { by, value, question, from = EVER.from, to = EVER.to }: FiguresQuery,
): Promise<SurveyFigures> {
  const asked = { by, value, question, from, to }
  const { whole, rows } = await responseRate(table, workspace, survey, asked, (group) => labelOf(group, by))
  return { ...whole, question: undefined, rows: by && !value ? rows : undefined }
}

/** The counted days that a query is about, by its cut. */
async function tallies(
  backend: Backend,
  workspace: WorkspaceKey,
  survey: Survey,
  query: FiguresQuery,
): Promise<DayTally[]> {
  const { by, from = EVER.from, to = EVER.to } = query
  const cut = cutNames.find((name) => name === by) ?? 'all'
  if (cut === 'tier_now' || cut === 'owner_now') await haveFollowed(backend, workspace)
  return dayTallies(backend, answerDays(workspace, survey, cut), { from, to })
}

/** @throws InputError `customersFollowing` where more customers changed than can be waited for. */
async function haveFollowed(backend: Backend, workspace: WorkspaceKey): Promise<void> {
  if ((await followCustomers(backend, workspace, MOST_FOLLOWING)) === MOST_FOLLOWING) {
    throw new InputError('customersFollowing', undefined)
  }
}

/** The question asked about; by=question with a value names it there. */
function questionAsked(survey: Survey, { metric, question, by, value }: FiguresQuery): Question | undefined {
  return askedQuestion(knownQuestions(survey), metric, by === 'question' && value ? value : question)
}

/** What counts as answers to the survey: by channel there are also interviews and reviews, which do not. */
function surveyed(days: DayTally[], by: FiguresQuery['by']): DayTally[] {
  return by === 'channel' ? days.filter(({ value }) => !isApart(value)) : days
}

/** The value of `by` that a day's group belongs to. Weeks are named by their first day. */
function labelOf({ day, value }: Pick<DayTally, 'day' | 'value'>, by: FiguresQuery['by']): string {
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
  const scale = scaleOf(question)
  const values = scale
    ? Array.from({ length: scale[1] - scale[0] + 1 }, (_, i) => [String(scale[0] + i), String(scale[0] + i)])
    : (question.options ?? []).map(({ id, label }) => [id, textIn(label, language)])
  return values.map(([id, label]) => ({ value: label!, ...valueShare(tally, question.id, id!) }))
}
