import { InputError } from '../../input-error.ts'
import type { Question } from '../question.ts'
import { questionProblems } from '../question-problems.ts'
import { type Draft, isBlankText } from './draft-survey.ts'

/** What keeps a draft from being saved: of its title, and of each question. */
export type DraftProblems = { title: InputError | undefined; questions: (InputError | undefined)[]; any: boolean }

/** What is wrong with a draft, by the same rules by which the API takes it. @param known The survey's questions of all times. */
export function draftProblems(draft: Draft, known: readonly Question[]): DraftProblems {
  const asked = draft.questions.map(({ title: _, dimension: __, options, points, ...question }) => ({
    ...question,
    ...(points && question.type === 'csat' && { points }),
    ...((question.type === 'single' || question.type === 'multiple') && { options }),
  }))
  const found = questionProblems(asked, known)
  const questions = draft.questions.map((question, i) => {
    const place = i + 1
    if (isBlankText(question.title)) return new InputError('questionBlank', { place })
    const options = asked[i]?.options
    if (options && options.length < 2) return new InputError('optionsMissing', { place })
    const blank = options?.findIndex(({ label }) => isBlankText(label)) ?? -1
    return blank < 0 ? found[i] : new InputError('optionBlank', { place, option: blank + 1 })
  })
  const title = isBlankText(draft.title) ? new InputError('surveyTitleBlank', undefined) : undefined
  return { title, questions, any: title !== undefined || questions.some((each) => each !== undefined) }
}
