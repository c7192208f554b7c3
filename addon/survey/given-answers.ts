import type { Answers } from '../../core/survey/checked-answers.ts'
import type { Question } from '../../core/survey/question.ts'
import { customerNames } from '../tiering/customer-names.ts'
import { callApi, callApiAtOnce } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'
import { queryText } from './results.ts'

/** An answer that was given; no customer is '', nor is the name of who is not in the customer file. */
export type GivenAnswer = {
  answerId: string
  day: string
  channel: string
  customerId: string
  name: string
  answers: Answers
}

/** Some of them, and the questions of all versions; `hasMore` where there are others. */
export type GivenAnswers = { answers: GivenAnswer[]; questions: Question[]; hasMore: boolean }

/** One to be corrected, with the questions as they were then, and the revision that is corrected. */
export type AnswerToCorrect = GivenAnswer & { questions: Question[]; revision: number }

type Reply = Omit<GivenAnswer, 'customerId' | 'name'> & { customerId?: string; revision: number }

/** Whether there are others is told of a customer's; of a day's, where they go on. */
type Listed = { answers: Reply[]; cursor?: string; hasMore?: boolean }

type Asked = { questions: Question[]; earlier: Question[] }

const MOST = 100

/** Answers of one customer, the latest first, or of one day; of a customer's one day where both are given, '' being neither. */
export function givenAnswers(surveyId: string, { customerId, day }: { customerId: string; day: string }): GivenAnswers {
  const query = queryText({ customerId, from: day, to: day, limit: String(MOST) })
  const [survey, { answers, cursor, hasMore }] = callApiAtOnce<[Asked, Listed]>([
    { method: 'get', path: path(surveyId) },
    { method: 'get', path: `${path(surveyId)}/answers${query}` },
  ])
  const names = answers.some((answer) => answer.customerId) ? customerNames() : new Map<string, { name: string }>()
  return {
    answers: answers.map((answer) => told(answer, names)),
    questions: [...survey.questions, ...survey.earlier],
    hasMore: hasMore ?? cursor !== undefined,
  }
}

/** One answer as it is now. */
export function answerToCorrect(surveyId: string, answerId: string): AnswerToCorrect {
  const answer = callApi<Reply & { questions: Question[] }>({ method: 'get', path: answerPath(surveyId, answerId) })
  const { questions, revision } = answer
  return { ...told(answer, answer.customerId ? customerNames() : new Map()), questions, revision }
}

/** Replaces what was answered. @throws Refusal where somebody else changed it since that revision. */
export function correctAnswer(
  surveyId: string,
  answerId: string,
  corrected: { revision: number; answers: Answers },
  operationId: string,
): void {
  callApi({ method: 'patch', path: answerPath(surveyId, answerId), body: corrected, operationId })
}

/** Takes an answer out of all figures, for good. @throws Refusal where somebody else changed it since that revision. */
export function deleteAnswer(surveyId: string, answerId: string, revision: number, operationId: string): void {
  const query = queryText({ revision: String(revision) })
  callApi({ method: 'delete', path: `${answerPath(surveyId, answerId)}${query}`, operationId })
}

function told(
  { answerId, day, channel, customerId = '', answers }: Reply,
  names: ReadonlyMap<string, { name: string }>,
): GivenAnswer {
  return { answerId, day, channel, customerId, name: names.get(customerId)?.name ?? '', answers }
}

function path(surveyId: string): string {
  return `/v1/workspaces/${requiredConnection().workspaceId}/surveys/${surveyId}`
}

function answerPath(surveyId: string, answerId: string): string {
  return `${path(surveyId)}/answers/${answerId}`
}
