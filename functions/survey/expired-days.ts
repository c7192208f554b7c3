import { zonedDay } from '../../core/calendar/zoned-time.ts'
import { keptSince } from '../../core/survey/kept-since.ts'
import { type AnsweredDay, answeredDays } from '../store/answer.ts'
import { isOpenOn, type Survey } from '../store/survey.ts'
import type { Table } from '../store/table.ts'
import { getWorkspace } from '../store/workspace.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

/**
 * The days whose answers have expired at an instant where they are kept for so many months. Those of staff go all at once,
 * when the survey is closed and all have expired: figures with and without some of them would tell these apart.
 *
 * @returns `before`: the first day whose answers are kept, in the workspace's time zone.
 */
export async function expiredDays(
  table: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  { months, at }: { months: number; at: string },
): Promise<{ before: string; days: AnsweredDay[] }> {
  const { timeZone } = await getWorkspace(table, workspace)
  const today = zonedDay(Date.parse(at), timeZone)
  const before = keptSince(today, months)
  const all = await answeredDays(table, workspace, survey)
  const expired = all.filter(({ day }) => day < before)
  const isLeft = survey.kind === 'staff' && (isOpenOn(survey, today) || expired.length < all.length)
  return { before, days: isLeft ? [] : expired }
}
