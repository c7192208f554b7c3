import { InputError } from '../input-error.ts'
import { type Question, type QuestionInput, scaleOf } from './question.ts'

/**
 * Questions with the ids that were left out: q1, q2, ... by place, and their options o1, o2, ...
 *
 * @param earlier The survey's questions of all times: an id keeps its type and scale, so that answers of every version
 *   are counted together, and a new question gets an id that none had.
 * @throws InputError `sameIdTwice`, `optionsMissing`, `optionsForbidden`, `pointsForbidden`, `showIfUnfit`,
 *   `questionKindChanged`.
 */
export function numberedQuestions(questions: QuestionInput[], earlier: readonly Question[] = []): Question[] {
  const taken = new Set([...earlier, ...questions].flatMap(({ id }) => id ?? []))
  const numbered = questions.map((question, i) => {
    const id = question.id ?? freeId(taken, i + 1)
    taken.add(id)
    return numberedQuestion({ ...question, id }, i + 1)
  })
  refuseRepeats(numbered.map((question) => question.id))
  numbered.forEach((question, i) => {
    if (!isFit(question, numbered.slice(0, i))) throw new InputError('showIfUnfit', { place: i + 1 })
    const before = earlier.find(({ id }) => id === question.id)
    if (before && !isSameKind(before, question)) throw new InputError('questionKindChanged', { place: i + 1 })
  })
  return numbered
}

function numberedQuestion({ options, ...question }: QuestionInput & { id: string }, place: number): Question {
  const chosen = question.type === 'single' || question.type === 'multiple'
  if (chosen && !options) throw new InputError('optionsMissing', { place })
  if (!chosen && options) throw new InputError('optionsForbidden', { place })
  if (question.points && question.type !== 'csat') throw new InputError('pointsForbidden', { place })
  if (!options) return question
  const taken = new Set(options.flatMap(({ id }) => id ?? []))
  const withIds = options.map((option, i) => {
    const id = option.id ?? freeId(taken, i + 1, 'o')
    taken.add(id)
    return { ...option, id }
  })
  refuseRepeats(withIds.map((option) => option.id))
  return { ...question, options: withIds }
}

/** The id of a place, or the next that is not taken. */
function freeId(taken: ReadonlySet<string>, place: number, letter = 'q'): string {
  let number = place
  while (taken.has(`${letter}${number}`)) number++
  return `${letter}${number}`
}

/** Whether what decides about a question comes before it and can be answered so. */
function isFit({ showIf }: Question, before: readonly Question[]): boolean {
  if (!showIf) return true
  const { question: id, atLeast, atMost, anyOf } = showIf
  const decides = before.find((question) => question.id === id)
  if (!decides) return false
  if (anyOf) return anyOf.every((option) => decides.options?.some(({ id }) => id === option))
  const scale = scaleOf(decides)
  const [low, high] = [atLeast ?? atMost, atMost ?? atLeast]
  return (
    scale !== undefined && low !== undefined && high !== undefined && low <= high && high >= scale[0] && low <= scale[1]
  )
}

function isSameKind(before: Question, after: Question): boolean {
  return before.type === after.type && (before.points ?? 5) === (after.points ?? 5)
}

function refuseRepeats(ids: string[]): void {
  ids.forEach((id, i) => {
    if (ids.indexOf(id) !== i) throw new InputError('sameIdTwice', { id })
  })
}
