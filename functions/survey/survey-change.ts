import { daysAfter, isIsoDay } from '../../core/calendar/iso-day.ts'
import { type ComparedMetric, type FigureChange, figureChange } from '../../core/survey/figure-change.ts'
import type { Question } from '../../core/survey/question.ts'
import { emptyTally, type Tally } from '../../core/survey/tally.ts'
import type { Backend } from '../backend.ts'
import type { Survey } from '../store/survey.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import {
  askedDays,
  type FiguresQuery,
  groups,
  type Holding,
  heldTogether,
  questionAsked,
  sumOf,
  surveyed,
} from './asked-days.ts'
import { refuseEmptySpan } from './empty-span.ts'
import { refuseStaffQuery } from './staff-survey.ts'

export type ChangeQuery = Pick<FiguresQuery, 'question' | 'by'> & { metric: ComparedMetric; from: string; to: string }

/** How a figure changed against the days before; null where one side has no answers. */
export type Change = FigureChange | null

/** A survey's figure against as many days just before, as a whole and by each value of a cut. */
export type SurveyChange = Holding & {
  question: Question
  before: { from: string; to: string }
  change: Change
  rows: { value: string; change: Change }[] | undefined
}

const DAY = 86_400_000
const FIRST_DAY = '0000-01-01'

/** @throws InputError `questionUnknown`, `questionUnfit`, `spanEmpty`, `staffCut`. */
export async function surveyChange(
  backend: Backend,
  workspace: WorkspaceKey,
  survey: Survey,
  query: ChangeQuery,
): Promise<SurveyChange> {
  const { metric, by, from, to } = query
  refuseEmptySpan(from, to)
  if (survey.kind === 'staff') await refuseStaffQuery(backend, workspace, survey, query)
  const question = questionAsked(survey, { ...query, value: undefined }) as Question
  const span = spanBefore(from, to)
  const [after, older] = await Promise.all([
    askedDays(backend, workspace, survey, query),
    askedDays(backend, workspace, survey, { ...query, ...span }),
  ])
  const [is, was] = [after.days, older.days]
  const change = (before: Tally, after: Tally) =>
    figureChange(metric, { before, after, question: question.id, points: question.points ?? 5 }) ?? null
  const old = new Map(groups(was, by))
  const rows = groups(is, by).map(([value, tally]) => ({
    value,
    change: change(old.get(value) ?? emptyTally(), tally),
  }))
  const whole = change(sumOf(surveyed(was, by)), sumOf(surveyed(is, by)))
  return { ...heldTogether([after, older]), question, before: span, change: whole, rows: by ? rows : undefined }
}

/** As many days, just before, as far as there are any since the year 0. */
function spanBefore(from: string, to: string): { from: string; to: string } {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1
  const [first, last] = [daysAfter(from, -days), daysAfter(from, -1)]
  return { from: isIsoDay(first) ? first : FIRST_DAY, to: isIsoDay(last) ? last : FIRST_DAY }
}
