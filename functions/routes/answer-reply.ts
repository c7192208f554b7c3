import { object, omit, string } from 'valibot'
import type { Answer } from '../store/answer.ts'
import { answerIdOf, answerSchema } from '../store/answer.ts'

export const answersPath = '/v1/workspaces/{workspaceId}/surveys/{surveyId}/answers'

export const answerReplySchema = object({
  answerId: string(),
  ...omit(answerSchema, ['id', 'digest', 'operation', 'deleted']).entries,
})

export const answerExample = {
  answerId: '2026-03-10.h2Kp0sVx9QdLrT4m',
  day: '2026-03-10',
  revision: 1,
  answers: { nps: 9, comment: 'Fast and friendly' },
  customerId: 'C-1001',
  tier: 'A',
  channel: 'phone',
  answeredAt: '2026-03-10',
}

/** An answer as clients see it. */
export function answerReply({ id, day, digest: _d, operation: _o, deleted: _x, ...answer }: Answer) {
  return { answerId: answerIdOf({ day, id }), day, ...answer }
}
