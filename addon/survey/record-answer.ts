import { InputError } from '../../core/input-error.ts'
import type { takenChannels } from '../../core/survey/channels.ts'
import type { Answers } from '../../core/survey/checked-answers.ts'
import { Refusal } from '../refusal.ts'
import { userMessages } from '../user-language.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'

/** An answer that somebody gave by phone, at a visit or otherwise; the day as `2026-03-31`, no customer as ''. */
export type TakenAnswer = {
  channel: (typeof takenChannels)[number]
  date: string
  customerId: string
  answers: Answers
}

/**
 * Keeps an answer that a person took.
 *
 * @param operationId Of this answer: sent again, it is one answer.
 * @throws InputError `answerKeptAlready` where another one was kept with this id before.
 */
export function recordAnswer(surveyId: string, { customerId, ...taken }: TakenAnswer, operationId: string): void {
  const path = `/v1/workspaces/${requiredConnection().workspaceId}/surveys/${surveyId}/answers`
  const body = { ...taken, ...(customerId && { customerId }) }
  try {
    callApi({ method: 'post', path, body, operationId })
  } catch (error) {
    const isReused = error instanceof Refusal && error.message === userMessages().errors.operationReused()
    throw isReused ? new InputError('answerKeptAlready', undefined) : error
  }
}
