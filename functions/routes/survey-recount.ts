import { maxLength, number, object, optional, picklist, pipe, record, string } from 'valibot'
import { daySchema } from '../../core/calendar/day-schema.ts'
import { askedQuestion } from '../../core/survey/asked-question.ts'
import { textIn } from '../../core/survey/texts.ts'
import { cursorText, placeAt } from '../request/cursor.ts'
import { route } from '../request/route.ts'
import { answerCursorSchema } from '../store/answer-list.ts'
import { storedInvitations } from '../store/invitation.ts'
import { getSurvey, knownQuestions } from '../store/survey.ts'
import { refuseEmptySpan } from '../survey/empty-span.ts'
import { recountAnswers } from '../survey/recount-answers.ts'
import { refuseStaff } from '../survey/staff-survey.ts'
import { inSurvey } from './parameters.ts'

export const surveyRecountRoutes = [
  route({
    operationId: 'surveyRecount',
    summary: 'What the stored answers say, read one by one',
    description:
      'For proving a figure: no kept figure is looked at. `scores` is how often each score was given to the first question of the metric, `links` the links made in the span, `answered` those among them that were answered. Up to 50,000 answers at a time: where there is a `cursor`, the rest is asked for with it and added; `links` is told without one only.',
    tag: 'Surveys',
    method: 'get',
    path: '/v1/workspaces/{workspaceId}/surveys/{surveyId}/recount',
    writes: false,
    params: inSurvey,
    query: object({
      metric: optional(picklist(['NPS', 'CSAT', 'CES', 'RESPONSE_RATE']), 'NPS'),
      from: daySchema,
      to: daySchema,
      cursor: optional(pipe(string(), maxLength(300))),
    }),
    reply: object({
      asOf: string(),
      question: optional(object({ id: string(), title: string(), points: number() })),
      scores: record(string(), number()),
      links: number(),
      answered: number(),
      cursor: optional(string()),
    }),
    async handle(call) {
      const { backend, workspace, params, query, language } = call
      const { metric, from, to } = query
      refuseEmptySpan(from, to)
      const asOf = backend.now().toISOString()
      const survey = await getSurvey(backend, workspace, params.surveyId)
      refuseStaff(survey)
      const question = askedQuestion(knownQuestions(survey), metric, undefined, survey.former)
      const cursor = placeAt(call, answerCursorSchema, query.cursor)
      const links = metric === 'RESPONSE_RATE'
      const asked = { question: question?.id, from, to, links, cursor }
      const { scores, invited, next } = await recountAnswers(backend, workspace, survey, asked)
      return {
        asOf,
        ...(question && {
          question: { id: question.id, title: textIn(question.title, language), points: question.points ?? 5 },
        }),
        scores,
        links: links && !cursor ? await storedInvitations(backend, workspace, survey, { from, to }) : 0,
        answered: invited,
        ...(next && { cursor: cursorText(call, next) }),
      }
    },
  }),
]
