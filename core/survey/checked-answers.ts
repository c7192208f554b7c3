import { InputError } from '../input-error.ts'
import { isShown } from './is-shown.ts'
import { type Question, scaleOf } from './question.ts'
import { textIs } from './texts.ts'

/** What was answered, by question id: a number, an option's id, several of them, or text. Blank answers are left out. */
export type Answers = Record<string, number | string | string[]>

export const TEXT_LENGTH = 4000

/**
 * Answers as they may be kept, and what is wrong with the others.
 *
 * Numbers may come as text and options by label, as forms and sheets send them. Blank means not answered. What was
 * given to a question that the answers before it leave out is dropped.
 *
 * @param raw By question id; several options as an array.
 * @returns The good answers; the problems by question id, and under `''` what is wrong with the whole.
 */
export function checkedAnswers(questions: Question[], raw: Record<string, unknown>) {
  const answers: Answers = {}
  const problems: Record<string, InputError> = {}
  questions.forEach((question, i) => {
    if (!isShown(question, answers)) return
    const given = raw[question.id]
    const answer = isBlank(given) ? undefined : answerTo(question, given)
    if (answer !== undefined) answers[question.id] = answer
    else if (!isBlank(given)) problems[question.id] = problemOf(question, i + 1)
    else if (question.required) problems[question.id] = new InputError('answerRequired', { place: i + 1 })
  })
  const unknown = Object.keys(raw).find((id) => !questions.some((question) => question.id === id))
  if (unknown !== undefined) problems[''] = new InputError('questionUnknown', { question: unknown })
  else if (Object.keys(answers).length === 0) problems[''] = new InputError('nothingAnswered', undefined)
  return { answers, problems }
}

function answerTo(question: Question, given: unknown): Answers[string] | undefined {
  const scale = scaleOf(question)
  if (scale) {
    const score = typeof given === 'string' && /^\s*\d{1,2}\s*$/.test(given) ? Number(given) : given
    return Number.isInteger(score) && (score as number) >= scale[0] && (score as number) <= scale[1]
      ? (score as number)
      : undefined
  }
  if (question.type === 'text') {
    return typeof given === 'string' && given.length <= TEXT_LENGTH ? given.trim() : undefined
  }
  const chosen = (Array.isArray(given) ? given : [given]).map((choice) => optionId(question, choice))
  if (chosen.some((id) => id === undefined)) return undefined
  if (question.type === 'multiple') return [...new Set(chosen as string[])].sort()
  return chosen.length === 1 ? chosen[0] : undefined
}

function optionId(question: Question, choice: unknown): string | undefined {
  const text = String(choice)
  return question.options?.find((option) => option.id === text || textIs(option.label, text))?.id
}

function problemOf(question: Question, place: number): InputError {
  const scale = scaleOf(question)
  if (scale) return new InputError('answerScale', { place, low: scale[0], high: scale[1] })
  if (question.type === 'text') return new InputError('answerLength', { place, length: TEXT_LENGTH })
  return new InputError('answerOption', { place })
}

function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0
}
