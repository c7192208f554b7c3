import { freeId } from './free-id.ts'
import type { Question, QuestionInput } from './question.ts'
import { questionProblems } from './question-problems.ts'

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
    const id = question.id ?? freeId(taken, i + 1, 'q')
    taken.add(id)
    return withOptionIds({ ...question, id })
  })
  const problem = questionProblems(numbered, earlier).find((each) => each !== undefined)
  if (problem) throw problem
  return numbered
}

function withOptionIds({ options, ...question }: QuestionInput & { id: string }): Question {
  if (!options) return question
  const taken = new Set(options.flatMap(({ id }) => id ?? []))
  const withIds = options.map((option, i) => {
    const id = option.id ?? freeId(taken, i + 1, 'o')
    taken.add(id)
    return { ...option, id }
  })
  return { ...question, options: withIds }
}
