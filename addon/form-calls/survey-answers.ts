import {
  type AnswerToCorrect,
  correctAnswer as correct,
  type GivenAnswers,
  givenAnswers as given,
  deleteAnswer as remove,
  answerToCorrect as toCorrect,
} from '../survey/given-answers.ts'
import { inWords } from '../user-language.ts'

/** Answers of one customer, or of one day. */
export function givenAnswers(surveyId: string, of: { customerId: string; day: string }): GivenAnswers {
  return inWords(() => given(surveyId, of))
}

/** One answer with its questions. */
export function answerToCorrect(surveyId: string, answerId: string): AnswerToCorrect {
  return inWords(() => toCorrect(surveyId, answerId))
}

/** Replaces what was answered. */
export function correctAnswer(
  surveyId: string,
  answerId: string,
  corrected: Parameters<typeof correct>[2],
  operationId: string,
): void {
  inWords(() => correct(surveyId, answerId, corrected, operationId))
}

/** Takes an answer out of all figures, for good. */
export function deleteAnswer(surveyId: string, answerId: string, revision: number, operationId: string): void {
  inWords(() => remove(surveyId, answerId, revision, operationId))
}
