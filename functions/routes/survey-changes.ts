import { integer, number, object, optional, picklist, pipe } from 'valibot'
import { InputError } from '../../core/input-error.ts'
import { numberedQuestions } from '../../core/survey/numbered-questions.ts'
import { textsSchema } from '../../core/survey/texts-schema.ts'
import { route } from '../request/route.ts'
import { digest } from '../secrets.ts'
import { linkWrite } from '../store/link.ts'
import { once } from '../store/operation.ts'
import type { Survey } from '../store/survey.ts'
import { changedSurveyWrite, getSurvey } from '../store/survey.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { inSurvey } from './parameters.ts'
import { linkSecret, surveyExample, surveyReply, surveyReplySchema } from './survey-reply.ts'
import { questionsSchema } from './surveys.ts'

export const surveyChangeRoutes = [
  route({
    operationId: 'updateSurvey',
    summary: 'Change the title, close a survey, or change its questions until the first answer',
    tag: 'Surveys',
    method: 'patch',
    path: '/v1/workspaces/{workspaceId}/surveys/{surveyId}',
    who: 'editor',
    writes: true,
    params: inSurvey,
    body: object({
      title: optional(textsSchema),
      status: optional(picklist(['closed'])),
      questions: optional(questionsSchema),
      /** The revision that the change was made on; the latest where left out. */
      revision: optional(pipe(number(), integer())),
    }),
    reply: surveyReplySchema,
    example: { body: { status: 'closed' }, reply: { ...surveyExample, status: 'closed', revision: 3 } },
    errors: { 409: 'Changed meanwhile (`stale`), answered already (`surveyLocked`), or `operationReused`.' },
    async handle({ backend, workspace, params, body, operation }) {
      const survey = await once(backend, workspace.partition(), operation, async () => {
        const before = await getSurvey(backend, workspace, params.surveyId)
        const { revision = before.revision, title = before.title, status = before.status } = body
        if (revision !== before.revision) throw new InputError('stale', undefined)
        if (body.questions && before.answered) throw new InputError('surveyLocked', undefined)
        const questions = body.questions ? numberedQuestions(body.questions) : before.questions
        return changing(workspace, before, { title, status, questions })
      })
      return surveyReply(backend, workspace, survey)
    },
  }),
  route({
    operationId: 'openSurvey',
    summary: 'Open a survey and get its public link',
    description: 'The link is always the same one, also when the survey is opened again after it was closed.',
    tag: 'Surveys',
    method: 'post',
    path: '/v1/workspaces/{workspaceId}/surveys/{surveyId}/open',
    who: 'editor',
    writes: true,
    params: inSurvey,
    reply: surveyReplySchema,
    example: {
      reply: { ...surveyExample, status: 'open', revision: 2, link: 'https://api.example.com/s/Zk3v.n0B7s2Kq5h' },
    },
    async handle({ backend, workspace, params, operation }) {
      const survey = await once(backend, workspace.partition(), operation, async () => {
        const before = await getSurvey(backend, workspace, params.surveyId)
        const link = { kind: 'survey' as const, surveyId: before.id, createdAt: backend.now().toISOString() }
        const { writes, result } = changing(workspace, before, { status: 'open' })
        return {
          writes: [...writes, linkWrite(workspace, digest(linkSecret(backend, workspace, before.id)), link)],
          result,
        }
      })
      return surveyReply(backend, workspace, survey)
    },
  }),
]

/** The writes that change a survey, and how it is afterwards. */
function changing(workspace: WorkspaceKey, before: Survey, changed: Partial<Survey>) {
  const after = { ...before, ...changed, revision: before.revision + 1 }
  return { writes: [changedSurveyWrite(workspace, before, after)], result: after }
}
