import type { InferOutput } from 'valibot'
import { maxLength, minLength, object, optional, pipe, record, safeParse, string, unknown } from 'valibot'
import { isIsoDay } from '../../core/complaint/iso-day.ts'
import { zonedDay } from '../../core/complaint/zoned-time.ts'
import { InputError } from '../../core/input-error.ts'
import { checkedAnswers } from '../../core/survey/checked-answers.ts'
import { fieldError } from '../request/field-error.ts'
import { digestOf } from '../secrets.ts'
import type { SentAnswer } from '../store/answer.ts'
import type { Survey } from '../store/survey.ts'

/**
 * A row of answers from somewhere else. `id` is the row's own in its source; where the source has none, a digest of the
 * row's content and a count among equal rows. Id and date together are the answer's identity.
 */
export const importRowSchema = object({
  id: pipe(string(), minLength(1), maxLength(200)),
  /** A day, or an instant whose day is taken in the workspace's time zone. */
  date: pipe(string(), maxLength(40)),
  customerId: optional(pipe(string(), minLength(1), maxLength(100))),
  channel: optional(pipe(string(), minLength(1), maxLength(50)), 'import'),
  /** By question id: a number, the id or label of an option, an array of them, or text. Blank means not answered. */
  answers: record(string(), unknown()),
})

type Row = InferOutput<typeof importRowSchema>

/** A row that can be stored, or what is wrong with it. */
export type ReadRow = { rowId: string; sent: SentAnswer } | { rowId: string; error: InputError }

/**
 * An imported row as an answer, its id and day hashed from the row's id and date.
 *
 * @param row As it came.
 * @param now Rows dated after the day of `now` are refused.
 */
export function readRow(row: unknown, survey: Survey, timeZone: string, now: Date): ReadRow {
  const checked = safeParse(importRowSchema, row, { abortEarly: true })
  const rowId = checked.success ? checked.output.id : String((row as { id?: unknown } | null)?.id ?? '')
  try {
    if (!checked.success) throw fieldError(checked.issues, 'row')
    const { answers, problems } = checkedAnswers(survey.questions, checked.output.answers)
    const problem = Object.values(problems)[0]
    if (problem) throw problem
    const day = dayOf(checked.output, timeZone, now)
    const { customerId, channel, date } = checked.output
    const id = digestOf([survey.id, rowId, day]).slice(0, 22)
    return { rowId, sent: { id, day, answers, channel, customerId, answeredAt: date, version: survey.version } }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { rowId, error }
  }
}

function dayOf({ date }: Row, timeZone: string, now: Date): string {
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(date)
    ? Date.parse(date)
    : Number.NaN
  const day = Number.isNaN(instant) ? date : zonedDay(instant, timeZone)
  if (!isIsoDay(day)) throw new InputError('dateUnreadable', { date })
  if (day > zonedDay(now.getTime(), timeZone)) throw new InputError('dateAhead', { date })
  return day
}
