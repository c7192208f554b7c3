import { array, maxLength, number, object, optional, pipe, regex, string } from 'valibot'
import { daySchema } from '../../core/calendar/day-schema.ts'
import { cursorText, placeAt } from '../request/cursor.ts'
import { route } from '../request/route.ts'
import { type Answer, answerIdOf } from '../store/answer.ts'
import { answerCursorSchema } from '../store/answer-list.ts'
import { type Comment, listComments } from '../store/comment-list.ts'
import { getSurvey, knownQuestions, type Survey } from '../store/survey.ts'
import { refuseEmptySpan } from '../survey/empty-span.ts'
import { staffComments } from '../survey/staff-comments.ts'
import { inSurvey } from './parameters.ts'

const commentSchema = object({
  /** Left out, with all that tells people apart, where staff answered. */
  answerId: optional(string()),
  day: optional(string()),
  question: string(),
  text: string(),
  customerId: optional(string()),
  tier: optional(string()),
  owner: optional(string()),
  channel: string(),
  /** What the answer gave to the first question from 0 to 10. */
  nps: optional(number()),
})

export const listCommentRoutes = [
  route({
    operationId: 'listComments',
    summary: 'What was written in answers, the latest first, or what of it holds some words',
    description:
      'A call looks through 2,000 answers at the most (`read` says how many), and long texts are fewer than `limit`: it may have no comments and a `cursor` to go on with. Those of staff come at once; where that is too much for a reply, `total` says of how many these are, and a search finds others.',
    tag: 'Answers',
    method: 'get',
    path: '/v1/workspaces/{workspaceId}/surveys/{surveyId}/comments',
    writes: false,
    params: inSurvey,
    query: object({
      from: optional(daySchema),
      to: optional(daySchema),
      search: optional(pipe(string(), maxLength(200)), ''),
      limit: optional(pipe(string(), regex(/^([1-9]\d?|[1-4]\d\d|500)$/, 'limit')), '100'),
      cursor: optional(pipe(string(), maxLength(300))),
    }),
    reply: object({
      comments: array(commentSchema),
      read: number(),
      cursor: optional(string()),
      total: optional(number()),
    }),
    example: {
      reply: {
        comments: [
          {
            answerId: '2026-03-10.h2Kp0sVx9QdLrT4m',
            day: '2026-03-10',
            question: 'comment',
            text: 'Fast and friendly',
            customerId: 'C-1001',
            channel: 'web',
            nps: 9,
          },
        ],
        read: 1,
      },
    },
    async handle(call) {
      const { backend, workspace, params, query, language } = call
      const { from = '0000-01-01', to = '9999-12-31', search } = query
      refuseEmptySpan(from, to)
      const survey = await getSurvey(backend, workspace, params.surveyId)
      if (survey.kind === 'staff') return staffComments({ backend, workspace, language }, survey, query)
      const cursor = placeAt(call, answerCursorSchema, query.cursor)
      const asked = { from, to, search, limit: Number(query.limit), cursor }
      const { comments, next, read } = await listComments(backend, workspace, survey, asked)
      return { comments: shown(survey, comments), read, ...(next && { cursor: cursorText(call, next) }) }
    },
  }),
]

function shown(survey: Survey, comments: Comment[]) {
  const nps = knownQuestions(survey).find(({ type }) => type === 'nps')
  return comments.map(({ question, text, answer }) => {
    const { day, customerId, tier, owner, channel } = answer
    const score = scoreOf(answer, nps?.id)
    return { answerId: answerIdOf(answer), day, question, text, customerId, tier, owner, channel, nps: score }
  })
}

function scoreOf({ answers }: Answer, question: string | undefined): number | undefined {
  const score = question === undefined ? undefined : answers[question]
  return typeof score === 'number' ? score : undefined
}
