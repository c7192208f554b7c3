import { isoDay } from '../../core/calendar/iso-day.ts'
import { InputError } from '../../core/input-error.ts'
import { answerCells } from '../../core/own-statistics/answer-cells.ts'
import { dayBounds } from '../../core/own-statistics/day-bounds.ts'
import { type Definition, fieldsUsed } from '../../core/own-statistics/statistic.ts'
import { isApart } from '../../core/survey/channels.ts'
import type { Backend } from '../backend.ts'
import { type AnswerCursor, listAnswers } from '../store/answer-list.ts'
import { knownQuestions, type Survey } from '../store/survey.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import type { StoredRows } from './stored-rows.ts'

const AT_ONCE = 1000

/**
 * The answers of the days that a definition asks for. Interviews and online reviews are no part of a survey, and count
 * only where the definition is about the channel.
 *
 * @throws InputError `statisticTooMany`
 */
export async function answerRows(
  backend: Backend,
  workspace: WorkspaceKey,
  survey: Survey,
  definition: Definition,
  { today, most }: { today: number; most: number },
): Promise<StoredRows> {
  const { from, to } = dayBounds(definition.where, 'day', today)
  const questions = knownQuestions(survey)
  const fields = Object.keys(answerCells({ day: '', channel: '', answers: {} }, questions))
  const options = questions.flatMap(({ id, type, options = [] }) =>
    type === 'multiple' ? options.map((option) => `question:${id}.${option.id}`) : [],
  )
  const all = [...fields, ...options]
  if (from > to) return { fields: all, rows: [] }
  const span = { from: dayText(from, '0000-01-01'), to: dayText(to, '9999-12-31') }
  const isOfChannel = fieldsUsed(definition).includes('channel')
  const rows: StoredRows['rows'] = []
  let read = 0
  let cursor: AnswerCursor | undefined
  do {
    const page = await listAnswers(backend, workspace, survey, { ...span, limit: AT_ONCE, cursor })
    read += page.answers.length
    if (read > most) throw new InputError('statisticTooMany', { most })
    const counted = page.answers.filter(({ channel }) => isOfChannel || !isApart(channel))
    rows.push(...counted.map((answer) => answerCells(answer, questions)))
    cursor = page.next
  } while (cursor)
  return { fields: all, rows }
}

/** A day that can be written with four digits of a year. */
function dayText(day: number, open: string): string {
  return day > -719_528 && day < 2_932_896 ? isoDay(day) : open
}
