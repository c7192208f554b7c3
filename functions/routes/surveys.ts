import {
  array,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  object,
  optional,
  picklist,
  pipe,
  string,
} from 'valibot'
import { zonedDay } from '../../core/calendar/zoned-time.ts'
import { refuseUnfitSettings } from '../../core/survey/fitting-settings.ts'
import { numberedQuestions } from '../../core/survey/numbered-questions.ts'
import { questionInputSchema } from '../../core/survey/question.ts'
import { satisfactionQuestions } from '../../core/survey/satisfaction-questions.ts'
import { surveyKinds, surveySettingsEntries } from '../../core/survey/survey-settings.ts'
import { textsSchema } from '../../core/survey/texts-schema.ts'
import { route } from '../request/route.ts'
import { newId } from '../secrets.ts'
import { storedAnswers } from '../store/answer.ts'
import { once } from '../store/operation.ts'
import type { Survey } from '../store/survey.ts'
import { allSurveys, getSurvey, newSurveyWrites } from '../store/survey.ts'
import type { Table } from '../store/table.ts'
import { getWorkspace } from '../store/workspace.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { MOST_QUESTIONS } from '../survey/given-answers.ts'
import { inSurvey, inWorkspace } from './parameters.ts'
import { surveyExample, surveyReply, surveyReplySchema } from './survey-reply.ts'

export const questionsSchema = pipe(array(questionInputSchema), minLength(1), maxLength(MOST_QUESTIONS))

/** `counts=1`: also how many answers are stored. */
const counts = object({ counts: optional(picklist(['1'])) })

export const surveyRoutes = [
  route({
    operationId: 'createSurvey',
    summary: 'Make a survey',
    description:
      'Questions are `nps` (0-10), `csat` (1-5), `ces` (1-7, higher is easier), `single` and `multiple` choice, `text`. Without questions it gets NPS, satisfaction with product quality, service attitude and response speed, and a comment, in both languages.',
    tag: 'Surveys',
    method: 'post',
    path: '/v1/workspaces/{workspaceId}/surveys',
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
        refuseUnfitSettings(questions, asked)
        const kept = {
          ...asked,
          id: newId(),
          status: 'draft' as const,
          questions,
          earlier: [],
          former: {},
          version: 1,
          formerTitles: [],
        }
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
    writes: false,
    params: inWorkspace,
    query: counts,
    reply: object({
      surveys: array(surveyReplySchema),
      /** Where the workspace is: a survey is closed after its last day there. */
      today: string(),
    }),
    example: { reply: { surveys: [surveyExample], today: '2026-03-10' } },
    async handle({ backend, workspace, query }) {
      const [surveys, { timeZone }] = await Promise.all([
        allSurveys(backend, workspace),
        getWorkspace(backend, workspace),
      ])
      return {
        today: zonedDay(backend.now().getTime(), timeZone),
        surveys: await Promise.all(
          surveys.map(async (survey) => ({
            ...surveyReply(backend, workspace, survey),
            ...(query.counts && (await answersOf(backend, workspace, survey))),
          })),
        ),
      }
    },
  }),
  route({
    operationId: 'getSurvey',
    summary: 'One survey',
    tag: 'Surveys',
    method: 'get',
    path: '/v1/workspaces/{workspaceId}/surveys/{surveyId}',
    writes: false,
    params: inSurvey,
    query: counts,
    reply: surveyReplySchema,
    example: { reply: surveyExample },
    async handle({ backend, workspace, params, query }) {
      const survey = await getSurvey(backend, workspace, params.surveyId)
      return {
        ...surveyReply(backend, workspace, survey),
        ...(query.counts && (await answersOf(backend, workspace, survey))),
      }
    },
  }),
]

async function answersOf(table: Table, workspace: WorkspaceKey, survey: Survey) {
  return survey.kind === 'staff' ? {} : { answers: await storedAnswers(table, workspace, survey) }
}
