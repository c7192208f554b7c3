import { array, nullable, number, object, optional, picklist, string } from 'valibot'
import { daySchema } from '../../core/calendar/day-schema.ts'
import { comparedMetrics } from '../../core/survey/figure-change.ts'
import { textIn } from '../../core/survey/texts.ts'
import { route } from '../request/route.ts'
import { getSurvey } from '../store/survey.ts'
import { type Change, surveyChange } from '../survey/survey-change.ts'
import { heldEntries, heldReply } from './held-reply.ts'
import { idSchema, inSurvey } from './parameters.ts'

const changeSchema = nullable(
  object({
    before: number(),
    after: number(),
    change: number(),
    low: nullable(number()),
    high: nullable(number()),
    p: nullable(number()),
    verdict: picklist(['up', 'down', 'none']),
    n: object({ before: number(), after: number() }),
  }),
)

export const surveyComparisonRoutes = [
  route({
    operationId: 'compareSurvey',
    summary: 'A figure against as many days just before, and whether the change can be chance',
    description:
      'Limits at 95 %: NPS by adjusted Wald, CSAT by Newcombe and a pooled z test, CES and MEAN by Welch. `verdict` is up or down only where the limits and p both say so. Null where one side has no answers.',
    tag: 'Surveys',
    method: 'get',
    path: '/v1/workspaces/{workspaceId}/surveys/{surveyId}/comparison',
    writes: false,
    params: inSurvey,
    query: object({
      metric: optional(picklist(comparedMetrics), 'NPS'),
      question: optional(string()),
      by: optional(picklist(['tier', 'owner', 'segment', 'channel', 'tier_now', 'owner_now'])),
      from: daySchema,
      to: daySchema,
    }),
    reply: object({
      surveyId: idSchema,
      question: object({ id: string(), title: string() }),
      before: object({ from: string(), to: string() }),
      change: changeSchema,
      rows: optional(array(object({ value: string(), change: changeSchema }))),
      ...heldEntries,
    }),
    async handle({ backend, workspace, params, query, language }) {
      const asOf = backend.now().toISOString()
      const survey = await getSurvey(backend, workspace, params.surveyId)
      const { question, before, change, rows, ...held } = await surveyChange(backend, workspace, survey, query)
      return {
        surveyId: survey.id,
        question: { id: question.id, title: textIn(question.title, language) },
        before,
        change: told(change),
        ...(rows && { rows: rows.map(({ value, change }) => ({ value, change: told(change) })) }),
        ...heldReply(held, asOf),
      }
    },
  }),
]

/** JSON has no undefined: what can't be said is null. */
function told(change: Change) {
  return change && { ...change, low: change.low ?? null, high: change.high ?? null, p: change.p ?? null }
}
