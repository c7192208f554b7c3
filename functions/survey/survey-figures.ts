import { InputError } from '../../core/input-error.ts'
import type { Language } from '../../core/messages/messages.ts'
import { fittingQuestions } from '../../core/survey/asked-question.ts'
import type { FormerParts } from '../../core/survey/former-parts.ts'
import { SMALLEST_GROUP } from '../../core/survey/hidden-groups.ts'
import type { Question } from '../../core/survey/question.ts'
import { scaleOf } from '../../core/survey/question.ts'
import type { SurveyFigure } from '../../core/survey/survey-figure.ts'
import { surveyFigure, valueShare } from '../../core/survey/survey-figure.ts'
import type { Tally } from '../../core/survey/tally.ts'
import { textIn } from '../../core/survey/texts.ts'
import type { Backend } from '../backend.ts'
import type { Survey } from '../store/survey.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import {
  askedDays,
  EVER,
  type FiguresQuery,
  groups,
  type Holding,
  labelOf,
  namedAlike,
  questionAsked,
  sumOf,
  surveyed,
} from './asked-days.ts'
import { refuseEmptySpan } from './empty-span.ts'
import { responseRate } from './response-rate.ts'
import { shownDays, shownShares } from './staff-groups.ts'
import { refuseStaffQuery } from './staff-survey.ts'

export type FigureRow = SurveyFigure & { value: string }

/** A figure, and the same by value where asked: never both a `value` and rows. SHARE has a row for each answer. */
export type SurveyFigures = SurveyFigure & Holding & { question: Question | undefined; rows: FigureRow[] | undefined }

/**
 * Figures of a survey, exact as of now or of `behind`, computed from its counted days.
 *
 * @param language Of the labels of questions and options among the rows.
 * @throws InputError `questionUnknown`, `questionUnfit`, `spanEmpty`, `valueWithoutBy`, `shareBy`, `responseRateCut`,
 *   `customersFollowing`, `figuresCounting`, `staffOpen`, `staffCut`, `groupTooSmall`, `periodUnknown`.
 */
export async function surveyFigures(
  backend: Backend,
  workspace: WorkspaceKey,
  survey: Survey,
  asked: FiguresQuery,
  language: Language,
): Promise<SurveyFigures> {
  const query = namedAlike(asked)
  const { metric, by, value } = checkedQuery(query)
  const isStaff = survey.kind === 'staff'
  if (isStaff) await refuseStaffQuery(backend, workspace, survey, query)
  if (metric === 'RESPONSE_RATE') return answeredInvitations(backend, workspace, survey, query)
  const question = questionAsked(survey, query)
  const { days: counted, ...held } = await askedDays(backend, workspace, survey, query)
  const days = isStaff && by === 'segment' ? shownDays(counted, question, language) : counted
  const whole = sumOf(
    value && by !== 'question' ? days.filter((day) => labelOf(day, by) === value) : surveyed(days, by),
  )
  const isTooFew = ({ n }: { n: number }) => isStaff && n < SMALLEST_GROUP
  const count = surveyFigure('COUNT', whole, question?.id)
  if (isTooFew(count)) throw new InputError('groupTooSmall', { least: SMALLEST_GROUP })
  if (metric === 'SHARE') {
    const rows = shares(whole, question!, survey.former, language)
    const isGroups = isStaff && question?.id === survey.staffGroup
    return { ...count, ...held, question, rows: isGroups ? shownShares(rows, count.n, language) : rows }
  }
  const figure = (tally: Tally, of = question) => surveyFigure(metric, tally, of?.id, of?.points)
  const overall = { ...figure(whole), ...held, question }
  if (!by || value) return { ...overall, rows: undefined }
  if (by !== 'question') {
    return { ...overall, rows: groups(days, by).map(([label, tally]) => ({ value: label, ...figure(tally) })) }
  }
  const fitting = fittingQuestions(survey.questions, metric)
  const rows = fitting.map((each) => ({
    value: textIn(each.dimension ?? each.title, language),
    ...(isTooFew(figure(whole, each)) ? { n: 0, figure: null, low: null, high: null } : figure(whole, each)),
  }))
  return { ...overall, rows }
}

function checkedQuery({ metric, by, value, from = EVER.from, to = EVER.to }: FiguresQuery) {
  refuseEmptySpan(from, to)
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
  const { whole, rows, behind } = await responseRate(table, workspace, survey, asked, (group) => labelOf(group, by))
  return { ...whole, behind, settlesAt: undefined, question: undefined, rows: by && !value ? rows : undefined }
}

/** One row for each option or score, in their order, those that nobody gave included; then former options that somebody chose. */
function shares(tally: Tally, question: Question, former: FormerParts, language: Language): FigureRow[] {
  const scale = scaleOf(question)
  const values = scale
    ? Array.from({ length: scale[1] - scale[0] + 1 }, (_, i) => [String(scale[0] + i), String(scale[0] + i)])
    : (question.options ?? []).map(({ id, label }) => [id, textIn(label, language)])
  const gone = scale ? [] : formerChoices(tally, question, former, language)
  return [...values, ...gone].map(([id, label]) => ({ value: label!, ...valueShare(tally, question.id, id!) }))
}

/** Chosen options that are offered no more, by label; by id where they were removed before labels were kept. */
function formerChoices(tally: Tally, question: Question, former: FormerParts, language: Language): string[][] {
  const offered = new Set(question.options?.map(({ id }) => id))
  const labels = new Map(former[question.id]?.options?.map(({ id, label }) => [id, textIn(label, language)]))
  return Object.entries(tally.questions[question.id] ?? {})
    .filter(([id, n]) => n > 0 && id !== '*' && !offered.has(id))
    .map(([id]) => [id, labels.get(id) ?? id])
    .sort(([one], [other]) => (one! < other! ? -1 : 1))
}
