import type { InferOutput } from 'valibot'
import { maxLength, minLength, nonEmpty, object, optional, pipe, safeParse, string, trim } from 'valibot'
import { isIsoDay } from '../../core/calendar/iso-day.ts'
import { zonedDay } from '../../core/calendar/zoned-time.ts'
import { InputError } from '../../core/input-error.ts'
import { checkedAnswers } from '../../core/survey/checked-answers.ts'
import { fieldError } from '../request/field-error.ts'
import { digestOf } from '../secrets.ts'
import type { SentAnswer } from '../store/answer.ts'
import { refuseTooMuchText } from '../store/item-size.ts'
import type { Survey } from '../store/survey.ts'
import { givenAnswersSchema } from './given-answers.ts'

const fact = optional(pipe(string(), trim(), nonEmpty('notBlank'), maxLength(200)))

export const ROW_ID_LENGTH = 200

/** What a row is known by. */
export const rowKeySchema = object({
  id: pipe(string(), minLength(1), maxLength(ROW_ID_LENGTH)),
  /** A day, or an instant whose day is taken in the workspace's time zone. */
  date: pipe(string(), maxLength(40)),
})

/**
 * A row of answers from somewhere else. `id` is the row's own in its source; where the source has none, a digest of the
 * row's content and a count among equal rows. Id and date together are the answer's identity.
 */
export const importRowSchema = object({
  ...rowKeySchema.entries,
  customerId: optional(pipe(string(), minLength(1), maxLength(100))),
  channel: optional(pipe(string(), minLength(1), maxLength(50)), 'import'),
  /** The customer's as they were then; those of the mirror where left out. */
  tier: fact,
  owner: fact,
  segment: fact,
  /** By question id: a number, the id or label of an option, an array of them, or text. Blank means not answered. */
  answers: givenAnswersSchema,
})

type RowKey = InferOutput<typeof rowKeySchema>

/** A row that can be stored, or what is wrong with it. */
export type ReadRow = { sent: SentAnswer } | { error: InputError }

/**
 * An imported row as an answer, its id and day hashed from the row's id and date.
 *
 * @param row As it came.
 * @param today Rows of a later day are refused.
 */
export function readRow(row: unknown, survey: Survey, timeZone: string, today: string): ReadRow {
  const checked = safeParse(importRowSchema, row, { abortEarly: true })
  try {
    if (!checked.success) throw fieldError(checked.issues, 'row')
    const { answers, problems } = checkedAnswers(survey.questions, checked.output.answers)
    const problem = Object.values(problems)[0]
    if (problem) throw problem
    refuseTooMuchText(answers)
    const { id, date, ...row } = checked.output
    const key = rowAnswerKey({ id, date }, survey, timeZone)
    if (key.day > today) throw new InputError('dateAhead', { date })
    return { sent: { ...row, ...key, answers, answeredAt: date, version: survey.version } }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { error }
  }
}

/** The id and day under which a row's answer is kept. @throws InputError `dateUnreadable` */
export function rowAnswerKey({ id, date }: RowKey, survey: Survey, timeZone: string): { id: string; day: string } {
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(date)
  const instant = isInstant ? Date.parse(date) : Number.NaN
  const day = Number.isNaN(instant) ? date : zonedDay(instant, timeZone)
  if (!isIsoDay(day)) throw new InputError('dateUnreadable', { date })
  return { id: digestOf([survey.id, id, day]).slice(0, 22), day }
}
