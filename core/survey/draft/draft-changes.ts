import { freeId } from '../free-id.ts'
import type { Question, QuestionType } from '../question.ts'
import { isSameKind } from '../question-problems.ts'
import type { Draft, DraftOption, DraftQuestion, DraftTexts } from './draft-survey.ts'

/** A text with nothing in it yet. */
export const blankTexts: DraftTexts = { en: '', 'zh-CN': '' }

/** The draft with a new question of a type at the end, blank. */
export function withNewQuestion(draft: Draft, type: QuestionType, known: readonly Question[]): Draft {
  const id = newId(draft, known)
  const first = newOption([])
  const options = type === 'single' || type === 'multiple' ? [first, newOption([first])] : []
  const question = { id, type, title: blankTexts, dimension: blankTexts, required: false, options }
  return { ...draft, questions: [...draft.questions, question] }
}

/** The draft with a copy of a question behind it. */
export function withCopy(draft: Draft, at: number, known: readonly Question[]): Draft {
  const { was: _, ...original } = draft.questions[at]!
  const copy = { ...original, id: newId(draft, known) }
  return { ...draft, questions: [...draft.questions.slice(0, at + 1), copy, ...draft.questions.slice(at + 1)] }
}

/** The draft with a question at another place, counted from 0; as it is where that is no place. */
export function withMoved(draft: Draft, from: number, to: number): Draft {
  const moved = draft.questions[from]
  if (!moved || to < 0 || to >= draft.questions.length) return draft
  const others = draft.questions.filter((question) => question !== moved)
  return { ...draft, questions: [...others.slice(0, to), moved, ...others.slice(to)] }
}

/**
 * The draft with a question changed. With another type or scale than its answers have it becomes another question with
 * an id of its own, and what depends on it follows; back at the former type it is the former question again.
 */
export function withQuestion(draft: Draft, at: number, changed: DraftQuestion, known: readonly Question[]): Draft {
  const origin = known.find(({ id }) => id === (changed.was ?? changed.id))
  const id = changed.id
  const { was: _, ...rest } = changed
  const now = !origin
    ? changed
    : isSameKind(origin, changed)
      ? { ...rest, id: origin.id }
      : { ...rest, id: changed.was ? id : newId(draft, known), was: origin.id }
  const following = (each: string) => (each === id ? now.id : each)
  const questions = draft.questions.map((question, i) => {
    if (i === at) return now
    const { showIf } = question
    return showIf?.question === id ? { ...question, showIf: { ...showIf, question: now.id } } : question
  })
  const { followUp, staffGroup } = draft.settings
  const settings = {
    ...draft.settings,
    followUp: followUp.map((rule) => ({ ...rule, question: following(rule.question) })),
    staffGroup: staffGroup && following(staffGroup),
  }
  return { ...draft, questions, settings }
}

/** A blank option with an id that none of the others has, nor one of its question's options of all times. */
export function newOption(
  options: readonly { id: string }[],
  everOffered: readonly { id: string }[] = [],
): DraftOption {
  const taken = new Set([...options, ...everOffered].map(({ id }) => id))
  return { id: freeId(taken, options.length + 1, 'o'), label: blankTexts }
}

/** The options of all times that a question has, or had before it became another one. */
export function everOffered({ id, was = id }: DraftQuestion, known: readonly Question[]): readonly { id: string }[] {
  return known.find((question) => question.id === was)?.options ?? []
}

function newId({ questions }: Draft, known: readonly Question[]): string {
  const taken = [...known, ...questions].map(({ id }) => id)
  return freeId(new Set([...taken, ...questions.flatMap(({ was }) => was ?? [])]), questions.length + 1, 'q')
}
