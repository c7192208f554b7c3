import { nullable, number, object, pipe, regex, string, transform } from 'valibot'
import { retentionMonthsSchema } from '../../core/survey/kept-since.ts'
import { route } from '../request/route.ts'
import { told } from '../store/audit-trail.ts'
import { expiryWrite, nextNight } from '../store/expiry.ts'
import { once } from '../store/operation.ts'
import { changedSurveyWrites, getSurvey } from '../store/survey.ts'
import { expiredDays } from '../survey/expired-days.ts'
import { inSurvey } from './parameters.ts'
import { surveyExample, surveyReply, surveyReplySchema } from './survey-reply.ts'

const tag = 'Surveys'
const path = '/v1/workspaces/{workspaceId}/surveys/{surveyId}/retention'

export const surveyRetentionRoutes = [
  route({
    operationId: 'retentionEffect',
    summary: 'How many answers would go in the coming night where they were kept for so many months',
    description: 'Those that were given before a day, and when.',
    tag,
    method: 'get',
    path,
    writes: false,
    params: inSurvey,
    query: object({
      months: pipe(string(), regex(/^\d{1,3}$/, 'months'), transform(Number), retentionMonthsSchema),
    }),
    reply: object({ at: string(), before: string(), answers: number() }),
    example: { reply: { at: '2026-03-11T02:00:00.000Z', before: '2026-02-11', answers: 132 } },
    async handle({ backend, workspace, params, query: { months } }) {
      const at = nextNight(backend.now())
      const survey = await getSurvey(backend, workspace, params.surveyId)
      const { before, days } = await expiredDays(backend, workspace, survey, { months, at })
      return { at, before, answers: days.reduce((sum, { n }) => sum + n, 0) }
    },
  }),
  route({
    operationId: 'setRetention',
    summary: 'Keep answers for some months, or until they are deleted',
    description:
      'From the coming night on, answers that were given longer ago than so many months are erased every night, with what follows them up and the personal links that they were given with: figures are those of the answers that stay. Nothing brings them back. Answers of staff go all at once. Null keeps them until they are deleted. The audit trail tells of it.',
    tag,
    method: 'post',
    path,
    writes: true,
    params: inSurvey,
    body: object({ months: nullable(retentionMonthsSchema) }),
    reply: surveyReplySchema,
    example: { body: { months: 12 }, reply: { ...surveyExample, retentionMonths: 12, revision: 2 } },
    async handle(call) {
      const { backend, workspace, params, body, operation } = call
      const months = body.months ?? undefined
      const survey = await once(backend, workspace.partition(), operation, async () => {
        const before = await getSurvey(backend, workspace, params.surveyId)
        const after = { ...before, retentionMonths: months, revision: before.revision + 1 }
        const due = months ? [expiryWrite(workspace, before.id, nextNight(backend.now()))] : []
        return {
          writes: [...changedSurveyWrites(workspace, before, after), ...due],
          result: after,
          told: told(call, 'retentionSet', {
            surveyId: before.id,
            before: before.retentionMonths ?? 'untilDeleted',
            after: months ?? 'untilDeleted',
          }),
        }
      })
      return surveyReply(backend, workspace, survey)
    },
  }),
]
