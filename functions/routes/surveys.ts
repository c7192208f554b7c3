import { array, maxLength, maxValue, minLength, minValue, number, object, optional, picklist, pipe } from 'valibot'
import { numberedQuestions } from '../../core/survey/numbered-questions.ts'
import { questionInputSchema } from '../../core/survey/question.ts'
import { satisfactionQuestions } from '../../core/survey/satisfaction-questions.ts'
import { surveyKinds, surveySettingsEntries } from '../../core/survey/survey-settings.ts'
import { textsSchema } from '../../core/survey/texts-schema.ts'
import { route } from '../request/route.ts'
import { newId } from '../secrets.ts'
import { once } from '../store/operation.ts'
import type { Survey } from '../store/survey.ts'
import { allSurveys, getSurvey, newSurveyWrites } from '../store/survey.ts'
import { inSurvey, inWorkspace } from './parameters.ts'
import { surveyExample, surveyReply, surveyReplySchema } from './survey-reply.ts'

export const questionsSchema = pipe(array(questionInputSchema), minLength(1), maxLength(100))

export const surveyRoutes = [
  route({
    operationId: 'createSurvey',
    summary: 'Make a survey',
    description:
      'Questions are `nps` (0-10), `csat` (1-5), `ces` (1-7, higher is easier), `single` and `multiple` choice, `text`. Without questions it gets NPS, satisfaction with product quality, service attitude and response speed, and a comment, in both languages.',
    tag: 'Surveys',
    method: 'post',
    path: '/v1/workspaces/{workspaceId}/surveys',
    who: 'editor',
    writes: true,
    params: inWorkspace,
    body: object({
      title: textsSchema,
      questions: optional(questionsSchema),
      kind: optional(picklist(surveyKinds), 'customers'),
      ...surveySettingsEntries,
      /** Answers a second at the busiest; decides once over how many partitions they are spread. */
      peakPerSecond: optional(pipe(number(), minValue(0), maxValue(3000)), 10),
    }),
    reply: surveyReplySchema,
    status: 201,
    example: { body: { title: 'Spring survey' }, reply: surveyExample },
    async handle({ backend, workspace, body, operation }) {
      const questions = numberedQuestions(body.questions ?? satisfactionQuestions())
      const survey = await once(backend, workspace.partition(), operation, async () => {
        const buckets = body.peakPerSecond <= 50 ? 1 : body.peakPerSecond <= 800 ? 16 : 64
        const createdAt = backend.now().toISOString()
        const { peakPerSecond: _, ...asked } = body
        const kept = { ...asked, id: newId(), status: 'draft' as const, questions, earlier: [], version: 1 }
        const survey: Survey = { ...kept, revision: 1, buckets, createdAt }
        return { writes: newSurveyWrites(workspace, survey), result: survey }
      })
      return surveyReply(backend, workspace, survey)
    },
  }),
  route({
    operationId: 'listSurveys',
    summary: 'All surveys, the oldest first',
    tag: 'Surveys',
    method: 'get',
    path: '/v1/workspaces/{workspaceId}/surveys',
    who: 'viewer',
    writes: false,
    params: inWorkspace,
    reply: object({ surveys: array(surveyReplySchema) }),
    example: { reply: { surveys: [surveyExample] } },
    async handle({ backend, workspace }) {
      const surveys = await allSurveys(backend, workspace)
      return { surveys: surveys.map((survey) => surveyReply(backend, workspace, survey)) }
    },
  }),
  route({
    operationId: 'getSurvey',
    summary: 'One survey',
    tag: 'Surveys',
    method: 'get',
    path: '/v1/workspaces/{workspaceId}/surveys/{surveyId}',
    who: 'viewer',
    writes: false,
    params: inSurvey,
    reply: surveyReplySchema,
    example: { reply: surveyExample },
    async handle({ backend, workspace, params }) {
      return surveyReply(backend, workspace, await getSurvey(backend, workspace, params.surveyId))
    },
  }),
]
