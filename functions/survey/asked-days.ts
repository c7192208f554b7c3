import type { InferOutput } from 'valibot'
import { object, optional, picklist, string } from 'valibot'
import { daySchema } from '../../core/calendar/day-schema.ts'
import { periodLabel, periodOf } from '../../core/calendar/periods.ts'
import { typedPeriod } from '../../core/calendar/typed-period.ts'
import { InputError } from '../../core/input-error.ts'
import { askedQuestion } from '../../core/survey/asked-question.ts'
import { isApart } from '../../core/survey/channels.ts'
import type { Question } from '../../core/survey/question.ts'
import { surveyMetrics } from '../../core/survey/survey-figure.ts'
import type { Tally } from '../../core/survey/tally.ts'
import { addTally, emptyTally } from '../../core/survey/tally.ts'
import type { Backend } from '../backend.ts'
import { answerDays } from '../store/answer-days.ts'
import type { DayTally } from '../store/figures.ts'
import { type CountedDays, dayTallies } from '../store/figures.ts'
import { followingNow } from '../store/following.ts'
import { knownQuestions, type Survey } from '../store/survey.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { followCustomers } from './follow-customers.ts'

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

/** Changed customers whose answers are brought up to date while somebody waits. */
const MOST_FOLLOWING = 2000

export const EVER = { from: '0000-01-01', to: '9999-12-31' }

/**
 * How far figures hold. `behind`: they are as of this instant, where too much changed since to be counted again at once.
 * `settlesAt`: until then answers that were given while their customers changed may still move between groups.
 */
export type Holding = { behind: string | undefined; settlesAt: string | undefined }

/** The counted days that a query is about, by its cut. */
export async function askedDays(
  backend: Backend,
  workspace: WorkspaceKey,
  survey: Survey,
  query: FiguresQuery,
): Promise<CountedDays & Holding> {
  const { by, from = EVER.from, to = EVER.to } = query
  const cut = cutNames.find((name) => name === by) ?? 'all'
  const isNow = cut === 'tier_now' || cut === 'owner_now'
  const settlesAt = isNow ? await haveFollowedOnce(backend, workspace) : undefined
  return { ...(await dayTallies(backend, answerDays(workspace, survey, cut), { from, to })), settlesAt }
}

/** By request, whose client is its own. */
const followed = new WeakMap<Backend['db'], Promise<string | undefined>>()

/** As `haveFollowed`, once for all formulas of a request. */
function haveFollowedOnce(backend: Backend, workspace: WorkspaceKey): Promise<string | undefined> {
  const following = followed.get(backend.db) ?? haveFollowed(backend, workspace)
  followed.set(backend.db, following)
  return following
}

/**
 * @returns When no answer can be on its way any more.
 * @throws InputError `customersFollowing` where more customers changed than can be waited for.
 */
async function haveFollowed(backend: Backend, workspace: WorkspaceKey): Promise<string | undefined> {
  const { looked, settlesAt } = await followCustomers(backend, workspace, MOST_FOLLOWING)
  if (looked === MOST_FOLLOWING && (await followingNow(backend, workspace, backend.now(), 1)).due.length > 0) {
    throw new InputError('customersFollowing', undefined)
  }
  return settlesAt
}

/** How far figures hold that are made of several. */
export function heldTogether(all: Holding[]): Holding {
  return {
    behind: all.flatMap(({ behind }) => behind ?? []).sort()[0],
    settlesAt: all
      .flatMap(({ settlesAt }) => settlesAt ?? [])
      .sort()
      .at(-1),
  }
}

/** The question asked about; by=question with a value names it there. */
export function questionAsked(survey: Survey, { metric, question, by, value }: FiguresQuery): Question | undefined {
  const name = by === 'question' && value ? value : question
  return askedQuestion(knownQuestions(survey), metric, name, survey.former)
}

/** What counts as answers to the survey: by channel there are also interviews and reviews, which do not. */
export function surveyed(days: DayTally[], by: FiguresQuery['by']): DayTally[] {
  return by === 'channel' ? days.filter(({ value }) => !isApart(value)) : days
}

/** The value of `by` that a day's group belongs to. Weeks are named by their first day. */
export function labelOf({ day, value }: Pick<DayTally, 'day' | 'value'>, by: FiguresQuery['by']): string {
  const unit = unitOf(by)
  return unit ? periodLabel(periodOf(Date.parse(day) / 86_400_000, unit), unit) : value
}

/** The query with the period that it asks for alone named as figures name it. @throws InputError `periodUnknown` */
export function namedAlike(query: FiguresQuery): FiguresQuery {
  const unit = unitOf(query.by)
  return unit && query.value ? { ...query, value: typedPeriod(query.value, unit).label } : query
}

function unitOf(by: FiguresQuery['by']) {
  return periodNames.find((name) => name === by)?.toUpperCase() as 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | undefined
}

/** The tallies of each value of `by` that has any, in order. */
export function groups(days: DayTally[], by: FiguresQuery['by']): [string, Tally][] {
  const sums = new Map<string, Tally>()
  for (const day of days) {
    const label = labelOf(day, by)
    const sum = sums.get(label) ?? emptyTally()
    sums.set(label, sum)
    addTally(sum, day)
  }
  return [...sums].filter(([, { n }]) => n > 0).sort(([a], [b]) => (a < b ? -1 : 1))
}

export function sumOf(tallies: Tally[]): Tally {
  const sum = emptyTally()
  for (const tally of tallies) addTally(sum, tally)
  return sum
}
