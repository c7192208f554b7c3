import type { InferOutput } from 'valibot'
import { object, record, string } from 'valibot'
import { type Question, questionSchema } from './question.ts'

/** By a question's id, what it had in earlier versions: options that it offers no more, as they were last offered. */
export const formerPartsSchema = record(string(), object({ options: questionSchema.entries.options.wrapped }))
export type FormerParts = InferOutput<typeof formerPartsSchema>

/**
 * What questions had before, after they were changed.
 *
 * @param before The survey's questions of all times, each as it was last asked.
 * @param after Those that are asked now.
 */
export function formerParts(former: FormerParts, before: readonly Question[], after: readonly Question[]): FormerParts {
  const changed = after.flatMap((question) => {
    const was = before.find(({ id }) => id === question.id)
    if (!was) return []
    const offered = new Set(question.options?.map(({ id }) => id))
    const options = optionsOfAllTimes(was, former).filter(({ id }) => !offered.has(id))
    return options.length > 0 || former[question.id] ? [[question.id, { options }] as const] : []
  })
  return { ...former, ...Object.fromEntries(changed) }
}

/** A question's options with those that it offers no more behind them. */
export function optionsOfAllTimes({ id, options = [] }: Question, former: FormerParts) {
  const offered = new Set(options.map((option) => option.id))
  return [...options, ...(former[id]?.options ?? []).filter((option) => !offered.has(option.id))]
}

/** Questions with the options that they ever offered. */
export function withFormerOptions(questions: readonly Question[], former: FormerParts): Question[] {
  return questions.map((question) =>
    question.options ? { ...question, options: optionsOfAllTimes(question, former) } : question,
  )
}
