import type { Messages } from '../../../../core/messages/messages.ts'
import type { AnswerProblem, RejectedRow } from '../../../../core/survey/answer-import/answer-reading.ts'
import { TEXT_LENGTH } from '../../../../core/survey/checked-answers.ts'
import { type Question, scaleOf } from '../../../../core/survey/question.ts'
import type { Refusal } from '../../tab-import/rejected-rows.tsx'

/** Why a row is not taken, in sentences. @param nameOf What a question is called. */
export function refusalOf(
  { row, problems }: RejectedRow,
  questions: readonly Question[],
  nameOf: (question: Question) => string,
  { answerImport: text }: Messages,
): Refusal {
  const sentence = (problem: AnswerProblem): string => {
    const { reasons, parts } = text
    switch (problem.code) {
      case 'noDate':
      case 'nothing':
        return reasons[problem.code]
      case 'fitsTwo':
        return reasons.fitsTwo(problem.customers)
      case 'tooLong':
        return reasons.tooLong({ part: parts[problem.part], most: problem.most })
      case 'answer':
        return answerSentence(problem)
      default:
        return reasons[problem.code](problem.text)
    }
  }
  const answerSentence = ({ question: id, text: given, error }: Extract<AnswerProblem, { code: 'answer' }>) => {
    const asked = questions.find((each) => each.id === id) as Question
    const question = nameOf(asked)
    const [low, high] = scaleOf(asked) ?? []
    if (error.code === 'answerRequired') return text.reasons.required(question)
    if (low !== undefined && high !== undefined) return text.reasons.scale({ question, text: given, low, high })
    if (asked.type === 'text') return text.reasons.length({ question, most: TEXT_LENGTH })
    return text.reasons.option({ question, text: given })
  }
  return { row, why: problems.map(sentence).join(' ') }
}
