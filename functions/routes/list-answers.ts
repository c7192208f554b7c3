import { array, boolean, maxLength, object, optional, pipe, regex, string } from 'valibot'
import { daySchema } from '../../core/calendar/day-schema.ts'
import { cursorText, placeAt } from '../request/cursor.ts'
import { route } from '../request/route.ts'
import { answerCursorSchema, answersOfCustomer, listAnswers } from '../store/answer-list.ts'
import { getSurvey } from '../store/survey.ts'
import { refuseEmptySpan } from '../survey/empty-span.ts'
import { refuseStaff } from '../survey/staff-survey.ts'
import { answerExample, answerReply, answerReplySchema, answersPath } from './answer-reply.ts'
import { customerIdSchema } from './customers.ts'
import { inSurvey } from './parameters.ts'

export const listAnswerRoutes = [
  route({
    operationId: 'listAnswers',
    summary: 'Answers from one day to another, page by page',
    description:
      'Of one customer, the latest first, without a cursor: the first `limit`, and `hasMore` whether there are others. Where texts are long, fewer than `limit` fit into a reply. One given within the last second may not be among them yet.',
    tag: 'Answers',
    method: 'get',
    path: answersPath,
    writes: false,
    params: inSurvey,
    query: object({
      from: optional(daySchema, '0000-01-01'),
      to: optional(daySchema, '9999-12-31'),
      limit: optional(pipe(string(), regex(/^([1-9]\d?|[1-4]\d\d|500)$/, 'limit')), '100'),
      cursor: optional(pipe(string(), maxLength(300))),
      customerId: optional(customerIdSchema),
    }),
    reply: object({ answers: array(answerReplySchema), cursor: optional(string()), hasMore: optional(boolean()) }),
    example: { reply: { answers: [answerExample] } },
    async handle(call) {
      const { backend, workspace, params, query } = call
      const { from, to, limit } = query
      refuseEmptySpan(from, to)
      const survey = await getSurvey(backend, workspace, params.surveyId)
      refuseStaff(survey)
      if (query.customerId !== undefined) {
        const asked = { from, to, limit: Number(limit), customerId: query.customerId }
        const { answers, hasMore } = await answersOfCustomer(backend, workspace, survey, asked)
        return { answers: answers.map(answerReply), hasMore }
      }
      const cursor = placeAt(call, answerCursorSchema, query.cursor)
      const span = { from, to, limit: Number(limit), cursor }
      const { answers, next } = await listAnswers(backend, workspace, survey, span)
      return { answers: answers.map(answerReply), ...(next && { cursor: cursorText(call, next) }) }
    },
  }),
]
