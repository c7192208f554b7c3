import type { Answers } from '../../../../core/survey/checked-answers.ts'
import { isShown } from '../../../../core/survey/is-shown.ts'
import type { Question } from '../../../../core/survey/question.ts'
import { AnswerField } from './answer-field.tsx'

/** What is typed or chosen so far, by question. */
export type Given = Record<string, string | string[]>

type Props = {
  questions: Question[]
  given: Given
  /** The good ones of them, which decide what else is asked. */
  answers: Answers
  /** What is wrong with the answer to a question; '' where nothing. */
  wrong: (questionId: string) => string
  onChange: (given: Given) => void
}

/** The questions that the answers before them call for. */
export function AnswerFields({ questions, given, answers, wrong, onChange }: Props) {
  return questions.map((question, at) =>
    isShown(question, answers) ? (
      <AnswerField
        key={question.id}
        question={question}
        place={at + 1}
        given={given[question.id]}
        wrong={wrong(question.id)}
        onChange={(answer) => onChange({ ...given, [question.id]: answer })}
      />
    ) : null,
  )
}
