import type { Answers } from './checked-answers.ts'
import type { Question } from './question.ts'

/** Whether a question is asked of somebody who gave these answers to the questions before it. */
export function isShown({ showIf }: Pick<Question, 'showIf'>, answers: Answers): boolean {
  if (!showIf) return true
  const answer = answers[showIf.question]
  if (answer === undefined) return false
  const { atLeast = -Infinity, atMost = Infinity, anyOf } = showIf
  if (anyOf) return [answer].flat().some((id) => anyOf.includes(String(id)))
  return Number(answer) >= atLeast && Number(answer) <= atMost
}
