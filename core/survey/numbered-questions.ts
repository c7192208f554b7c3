import { freeId } from './free-id.ts'
import type { Question, QuestionInput } from './question.ts'
import { questionProblems } from './question-problems.ts'

type Options = NonNullable<Question['options']>

/**
 * Questions with the ids that were left out: q1, q2, ... by place, and their options o1, o2, ...
 *
 * @param earlier The survey's questions of all times: an id keeps its type and scale, so that answers of every version
 *   are counted together, and a new question gets an id that none had. Each with its options of all times: one of the
 *   same label is the same one, and a new one gets an id that none had.
 * @throws InputError `sameIdTwice`, `optionsMissing`, `optionsForbidden`, `pointsForbidden`, `showIfUnfit`,
 *   `questionKindChanged`.
 */
export function numberedQuestions(questions: QuestionInput[], earlier: readonly Question[] = []): Question[] {
  const taken = new Set([...earlier, ...questions].flatMap(({ id }) => id ?? []))
  const numbered = questions.map((question, i) => {
    const id = question.id ?? freeId(taken, i + 1, 'q')
    taken.add(id)
    const known = earlier.find((each) => each.id === id)?.options ?? []
    return withOptionIds({ ...question, id }, known)
  })
  const problem = questionProblems(numbered, earlier).find((each) => each !== undefined)
  if (problem) throw problem
  return numbered
}

function withOptionIds({ options, ...question }: QuestionInput & { id: string }, known: Options): Question {
  if (!options) return question
  const used = new Set(options.flatMap(({ id }) => id ?? []))
  const withIds = options.map((option, i) => {
    const same = known.find(({ id, label }) => !used.has(id) && JSON.stringify(label) === JSON.stringify(option.label))
    const taken = new Set([...used, ...known.map(({ id }) => id)])
    const id = option.id ?? same?.id ?? freeId(taken, i + 1, 'o')
    used.add(id)
    return { ...option, id }
  })
  return { ...question, options: withIds }
}
