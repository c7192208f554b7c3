import type { InferOutput } from 'valibot'
import { array, object, record, string } from 'valibot'
import { type Question, questionSchema } from './question.ts'
import { textsSchema } from './texts-schema.ts'

/** What one question had in earlier versions, the latest last. */
const formerPartSchema = object({
  /** Options that it offers no more, as they were last offered: no other gets their ids. */
  options: questionSchema.entries.options.wrapped,
  /** Titles and dimensions: formulas that name them still find it. */
  names: array(textsSchema),
})
type FormerPart = InferOutput<typeof formerPartSchema>

/** By the id of a question that was changed. */
export const formerPartsSchema = record(string(), formerPartSchema)
export type FormerParts = InferOutput<typeof formerPartsSchema>

/** So many former names of a question are known, the latest. */
const MOST_NAMES = 20

/**
 * What questions had before, after they were changed.
 *
 * @param before The survey's questions of all times, each as it was last asked.
 * @param after Those that are asked now.
 */
export function formerParts(former: FormerParts, before: readonly Question[], after: readonly Question[]): FormerParts {
  const changed = after.flatMap((question) => {
    const was = before.find(({ id }) => id === question.id)
    const part = was && { options: removedOptions(was, question, former), names: formerNames(was, question, former) }
    const isAny = part && (part.options.length > 0 || part.names.length > 0 || former[question.id])
    return isAny ? [[question.id, part] as const] : []
  })
  return { ...former, ...Object.fromEntries(changed) }
}

function removedOptions(was: Question, { options = [] }: Question, former: FormerParts): FormerPart['options'] {
  const offered = new Set(options.map(({ id }) => id))
  return optionsOfAllTimes(was, former).filter(({ id }) => !offered.has(id))
}

function formerNames(was: Question, now: Question, former: FormerParts): FormerPart['names'] {
  const present = new Set(namesOf(now).map((name) => JSON.stringify(name)))
  const names = new Map([...(former[now.id]?.names ?? []), ...namesOf(was)].map((name) => [JSON.stringify(name), name]))
  return [...names].flatMap(([key, name]) => (present.has(key) ? [] : [name])).slice(-MOST_NAMES)
}

function namesOf({ title, dimension }: Question): FormerPart['names'] {
  return dimension === undefined ? [title] : [title, dimension]
}

/** A question's options with those that it offers no more behind them. */
function optionsOfAllTimes({ id, options = [] }: Question, former: FormerParts) {
  const offered = new Set(options.map((option) => option.id))
  return [...options, ...(former[id]?.options ?? []).filter((option) => !offered.has(option.id))]
}

/** Questions with the options that they ever offered. */
export function withFormerOptions(questions: readonly Question[], former: FormerParts): Question[] {
  return questions.map((question) =>
    question.options ? { ...question, options: optionsOfAllTimes(question, former) } : question,
  )
}
