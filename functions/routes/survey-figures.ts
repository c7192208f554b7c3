import { array, nullable, number, object, optional, picklist, string } from 'valibot'
import { surveyMetrics } from '../../core/survey/survey-figure.ts'
import { textIn } from '../../core/survey/texts.ts'
import { route } from '../request/route.ts'
import { getSurvey } from '../store/survey.ts'
import { figuresQuerySchema } from '../survey/asked-days.ts'
import { surveyFigures } from '../survey/survey-figures.ts'
import { idSchema, inSurvey } from './parameters.ts'

const figureEntries = { n: number(), figure: nullable(number()), low: nullable(number()), high: nullable(number()) }

export const surveyFigureRoutes = [
  route({
    operationId: 'surveyFigures',
    summary: 'Figures of a survey, exact as of now',
    description:
      'NPS is -100..100 with adjusted Wald limits, CSAT the share of 4 and 5 as 0..1 with Wilson limits, CES and MEAN means with normal limits, all at 95 %. With `by` and no `value` there are rows. Tier, owner and segment are as they were when answered; unknown ones are an empty text.',
    tag: 'Surveys',
    method: 'get',
    path: '/v1/workspaces/{workspaceId}/surveys/{surveyId}/figures',
    who: 'viewer',
    writes: false,
    params: inSurvey,
    query: figuresQuerySchema,
    reply: object({
      surveyId: idSchema,
      metric: picklist(surveyMetrics),
      question: optional(object({ id: string(), title: string() })),
      ...figureEntries,
      rows: optional(array(object({ value: string(), ...figureEntries }))),
      asOf: string(),
    }),
    async handle({ backend, workspace, params, query, language }) {
      const asOf = backend.now().toISOString()
      const survey = await getSurvey(backend, workspace, params.surveyId)
      const { question, ...figures } = await surveyFigures(backend, workspace, survey, query, language)
      const named = question && { id: question.id, title: textIn(question.title, language) }
      return { surveyId: survey.id, metric: query.metric, question: named, ...figures, asOf }
    },
  }),
]
