import { zonedDayNumber } from '../../core/calendar/zoned-time.ts'
import { InputError } from '../../core/input-error.ts'
import type { Language, Messages } from '../../core/messages/messages.ts'
import { answerStatisticFields } from '../../core/own-statistics/answer-fields.ts'
import {
  refuseHidden,
  rowsOf,
  SHOWN_ROWS,
  shownFields,
  storedReader,
} from '../../core/own-statistics/backend-statistic.ts'
import { complaintStatisticFields } from '../../core/own-statistics/complaint-statistic-fields.ts'
import type { Definition } from '../../core/own-statistics/statistic.ts'
import type { StatisticField } from '../../core/own-statistics/statistic-field.ts'
import { type StatisticResult, statisticResult } from '../../core/own-statistics/statistic-result.ts'
import type { Backend } from '../backend.ts'
import { getSurvey, knownQuestions } from '../store/survey.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { refuseStaff } from '../survey/staff-survey.ts'
import { answerRows } from './answer-rows.ts'
import { complaintRows } from './complaint-rows.ts'
import type { StoredRows } from './stored-rows.ts'

/** More rows than a request can count in its time. */
const MOST_ROWS = 20_000

type Asking = { backend: Backend; workspace: WorkspaceKey; messages: Messages; language: Language; timeZone: string }

/** The figure of a statistic, and the first rows that count, with what the definition asks of them and nothing else. */
export type StoredStatistic = StatisticResult & { shown: Record<string, string | number>[] }

/**
 * A statistic over complaints or a survey's answers, counted from what is stored at this moment.
 *
 * @throws InputError `statisticBroken` for another module, `statisticNoSurvey`, `notFound`, `staffAnonymous`,
 * `statisticGrouping`, `statisticTooMany`.
 */
export async function storedStatistic(asking: Asking, definition: Definition): Promise<StoredStatistic> {
  const { backend, timeZone } = asking
  const today = zonedDayNumber(backend.now().getTime(), timeZone)
  const { fields, stored } = await storedRows(asking, definition, today)
  const result = statisticResult(definition, rowsOf(stored.fields, stored.rows), { reader: storedReader, today })
  const shown = shownFields(definition, fields)
  const first = result.counted.slice(0, SHOWN_ROWS).map((at) => stored.rows[at] ?? {})
  const told = result.unread.filter(({ field }) => shown.some(({ id }) => id === field))
  return {
    ...result,
    unread: told,
    shown: first.map((row) =>
      Object.fromEntries(shown.map(({ id }) => [id, typeof row[id] === 'number' ? row[id] : String(row[id] ?? '')])),
    ),
  }
}

async function storedRows(
  { backend, workspace, messages, language, timeZone }: Asking,
  definition: Definition,
  today: number,
): Promise<{ fields: StatisticField[]; stored: StoredRows }> {
  const limit = { today, timeZone, most: MOST_ROWS }
  if (definition.module === 'complaints') {
    const stored = await complaintRows(backend, workspace, definition, limit)
    return { fields: complaintStatisticFields(messages), stored }
  }
  if (definition.module !== 'answers') throw new InputError('statisticBroken', { part: 'module' })
  if (!definition.survey) throw new InputError('statisticNoSurvey', undefined)
  const survey = await getSurvey(backend, workspace, definition.survey)
  refuseStaff(survey)
  const fields = answerStatisticFields(knownQuestions(survey), messages, language)
  refuseHidden(definition, fields)
  return { fields, stored: await answerRows(backend, workspace, survey, definition, limit) }
}
