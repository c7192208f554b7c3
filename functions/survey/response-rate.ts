import { InputError } from '../../core/input-error.ts'
import { wilsonInterval } from '../../core/statistics/wilson-interval.ts'
import type { SurveyFigure } from '../../core/survey/survey-figure.ts'
import { answerDays } from '../store/answer-days.ts'
import { dayTallies, type TimedTable } from '../store/figures.ts'
import { invitationDays } from '../store/invitation.ts'
import type { Survey } from '../store/survey.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

/** Customers who were given a link of their own, by when and what they were then, and how many of them answered. */
type Counted = { day: string; value: string; invited: number; answered: number }

type Span = { from: string; to: string }

const cuts = ['tier', 'owner', 'segment'] as const
type InvitedCut = (typeof cuts)[number]

/**
 * Answers to links made in a span of days, whenever they came, among the links made in it: a rate 0..1 with Wilson
 * limits, n the links made.
 *
 * @param by What the customers were when they got the link, or a period in which they did.
 * @param labelOf The value of `by` that a day's group belongs to.
 * @returns The rate of the whole, or of one `value`; and by value where none is asked for.
 *   `behind` as of when, where not now.
 * @throws InputError `responseRateCut` for what links know nothing of: questions, channels, tiers as they are now.
 */
export async function responseRate(
  table: TimedTable,
  workspace: WorkspaceKey,
  survey: Survey,
  {
    by,
    value,
    question,
    from,
    to,
  }: { by: string | undefined; value: string | undefined; question: string | undefined } & Span,
  labelOf: (group: { day: string; value: string }) => string,
): Promise<{ whole: SurveyFigure; rows: (SurveyFigure & { value: string })[]; behind: string | undefined }> {
  const cut = cuts.find((each) => each === by)
  const isPeriod = by === 'day' || by === 'week' || by === 'month' || by === 'quarter'
  if (question?.trim() || (by && !cut && !isPeriod)) throw new InputError('responseRateCut', undefined)
  const { counted, behind } = await countedInvitations(table, workspace, survey, cut, { from, to })
  const groups = new Map<string, Counted[]>()
  for (const group of counted) groups.set(labelOf(group), [...(groups.get(labelOf(group)) ?? []), group])
  const rows = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([label, of]) => ({ value: label, ...rate(of) }))
  return { whole: rate(value ? (groups.get(value) ?? []) : counted), rows, behind }
}

async function countedInvitations(
  table: TimedTable,
  workspace: WorkspaceKey,
  survey: Survey,
  cut: InvitedCut | undefined,
  { from, to }: Span,
): Promise<{ counted: Counted[]; behind: string | undefined }> {
  const [made, answers] = await Promise.all([
    dayTallies(table, invitationDays(workspace, survey, cut ?? 'all'), { from, to }),
    dayTallies(table, answerDays(workspace, survey, cut ? `invited_${cut}` : 'invited'), { from, to: LATEST }),
  ])
  const answered = new Map<string, number>()
  for (const { value: key, n } of answers.days) answered.set(key, (answered.get(key) ?? 0) + n)
  const counted = made.days.map(({ day, value, n }) => {
    return { day, value, invited: n, answered: answered.get(cut ? `${day}#${value}` : day) ?? 0 }
  })
  return { counted, behind: [made.behind ?? [], answers.behind ?? []].flat().sort()[0] }
}

/** An answer comes on the day of its link or later. */
const LATEST = '9999-12-31'

function rate(groups: Counted[]): SurveyFigure {
  const n = groups.reduce((sum, { invited }) => sum + invited, 0)
  const answered = groups.reduce((sum, group) => sum + group.answered, 0)
  const stats = wilsonInterval(answered, n)
  return { n, figure: stats?.rate ?? null, low: stats?.low ?? null, high: stats?.high ?? null }
}
