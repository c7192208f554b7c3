import { InputError } from '../input-error.ts'
import type { Question, QuestionInput } from './question.ts'

/**
 * Questions with the ids that were left out: q1, q2, ... by place, and their options o1, o2, ...
 *
 * @throws InputError `sameIdTwice`, `optionsMissing`, `optionsForbidden`.
 */
export function numberedQuestions(questions: QuestionInput[]): Question[] {
  const numbered = questions.map((question, i) => numberedQuestion(question, i + 1))
  refuseRepeats(numbered.map((question) => question.id))
  return numbered
}

function numberedQuestion({ options, ...question }: QuestionInput, place: number): Question {
  const chosen = question.type === 'single' || question.type === 'multiple'
  if (chosen && !options) throw new InputError('optionsMissing', { place })
  if (!chosen && options) throw new InputError('optionsForbidden', { place })
  const numbered = { ...question, id: question.id ?? `q${place}` }
  if (!options) return numbered
  const withIds = options.map((option, i) => ({ ...option, id: option.id ?? `o${i + 1}` }))
  refuseRepeats(withIds.map((option) => option.id))
  return { ...numbered, options: withIds }
}

function refuseRepeats(ids: string[]): void {
  ids.forEach((id, i) => {
    if (ids.indexOf(id) !== i) throw new InputError('sameIdTwice', { id })
  })
}
