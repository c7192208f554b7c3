import { array, nullable, number, object, optional, picklist, string } from 'valibot'
import { surveyMetrics } from '../../core/survey/survey-figure.ts'
import { textIn } from '../../core/survey/texts.ts'
import { route } from '../request/route.ts'
import { getSurvey } from '../store/survey.ts'
import { figuresQuerySchema } from '../survey/asked-days.ts'
import { surveyFigures } from '../survey/survey-figures.ts'
import { heldEntries, heldReply } from './held-reply.ts'
import { idSchema, inSurvey } from './parameters.ts'

const figureEntries = { n: number(), figure: nullable(number()), low: nullable(number()), high: nullable(number()) }

export const surveyFigureRoutes = [
  route({
    operationId: 'surveyFigures',
    summary: 'Figures of a survey, exact as of `asOf`',
    description:
      'NPS is -100..100 with adjusted Wald limits, CSAT the share of 4 and 5 as 0..1 with Wilson limits, CES and MEAN means with normal limits, all at 95 %. With `by` and no `value` there are rows. Tier, owner and segment are as they were when answered; unknown ones are an empty text. Where days of very many answers cannot be counted again at once, `asOf` is when they were counted last, and `behind` is true. `settlesAt` is there with tier_now and owner_now while answers that were given as their customers changed may still move between groups.',
    tag: 'Surveys',
    method: 'get',
    path: '/v1/workspaces/{workspaceId}/surveys/{surveyId}/figures',
    writes: false,
    params: inSurvey,
    query: figuresQuerySchema,
    reply: object({
      surveyId: idSchema,
      metric: picklist(surveyMetrics),
      question: optional(object({ id: string(), title: string() })),
      ...figureEntries,
      rows: optional(array(object({ value: string(), ...figureEntries }))),
      ...heldEntries,
    }),
    async handle({ backend, workspace, params, query, language }) {
      const asOf = backend.now().toISOString()
      const survey = await getSurvey(backend, workspace, params.surveyId)
      const { question, behind, settlesAt, ...figures } = await surveyFigures(
        backend,
        workspace,
        survey,
        query,
        language,
      )
      const named = question && { id: question.id, title: textIn(question.title, language) }
      return {
        surveyId: survey.id,
        metric: query.metric,
        question: named,
        ...figures,
        ...heldReply({ behind, settlesAt }, asOf),
      }
    },
  }),
]
