import { InputError } from '../input-error.ts'
import { type Question, scaleOf } from './question.ts'

type Asked = Omit<Question, 'title' | 'dimension' | 'options'> & { options?: readonly { id: string }[] | undefined }

/**
 * What is wrong with each question, undefined where nothing is.
 *
 * @param questions In the order in which they are asked.
 * @param earlier The survey's questions of all times: an id keeps its type and scale.
 * @returns At most one problem each: `sameIdTwice`, `optionsMissing`, `optionsForbidden`, `pointsForbidden`,
 *   `showIfUnfit`, `questionKindChanged`.
 */
export function questionProblems(
  questions: readonly Asked[],
  earlier: readonly Asked[] = [],
): (InputError | undefined)[] {
  return questions.map((question, i) => {
    const place = i + 1
    const chosen = question.type === 'single' || question.type === 'multiple'
    if (chosen && !question.options) return new InputError('optionsMissing', { place })
    if (!chosen && question.options) return new InputError('optionsForbidden', { place })
    if (question.points && question.type !== 'csat') return new InputError('pointsForbidden', { place })
    const before = questions.slice(0, i)
    const twice = repeated(question.options ?? []) ?? before.find(({ id }) => id === question.id)?.id
    if (twice !== undefined) return new InputError('sameIdTwice', { id: twice })
    if (!isFit(question, before)) return new InputError('showIfUnfit', { place })
    const was = earlier.find(({ id }) => id === question.id)
    return was && !isSameKind(was, question) ? new InputError('questionKindChanged', { place }) : undefined
  })
}

/** Whether answers to one question can be counted together with those to the other. */
export function isSameKind(one: Pick<Question, 'type' | 'points'>, other: Pick<Question, 'type' | 'points'>): boolean {
  return one.type === other.type && (one.points ?? 5) === (other.points ?? 5)
}

/** Whether what decides about a question comes before it and can be answered so. */
function isFit({ showIf }: Asked, before: readonly Asked[]): boolean {
  if (!showIf) return true
  const { question: id, atLeast, atMost, anyOf } = showIf
  const decides = before.find((question) => question.id === id)
  if (!decides) return false
  if (anyOf) return anyOf.length > 0 && anyOf.every((option) => decides.options?.some(({ id }) => id === option))
  const scale = scaleOf(decides)
  const [low, high] = [atLeast ?? atMost, atMost ?? atLeast]
  return (
    scale !== undefined && low !== undefined && high !== undefined && low <= high && high >= scale[0] && low <= scale[1]
  )
}

function repeated(options: readonly { id: string }[]): string | undefined {
  const ids = options.map(({ id }) => id)
  return ids.find((id, i) => ids.indexOf(id) !== i)
}
