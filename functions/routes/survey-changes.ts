import { integer, number, object, optional, picklist, pipe } from 'valibot'
import { InputError } from '../../core/input-error.ts'
import { refuseUnfitSettings } from '../../core/survey/fitting-settings.ts'
import { withFormerOptions } from '../../core/survey/former-parts.ts'
import { numberedQuestions } from '../../core/survey/numbered-questions.ts'
import { surveySettingsEntries } from '../../core/survey/survey-settings.ts'
import { textsSchema } from '../../core/survey/texts-schema.ts'
import { route } from '../request/route.ts'
import { digest } from '../secrets.ts'
import { told } from '../store/audit-trail.ts'
import { linkWrite } from '../store/link.ts'
import { once } from '../store/operation.ts'
import type { Survey } from '../store/survey.ts'
import { changedSurveyWrites, getSurvey, knownQuestions, withQuestions, withTitle } from '../store/survey.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { refuseOtherGroup, refuseReopening } from '../survey/staff-survey.ts'
import { inSurvey } from './parameters.ts'
import { linkSecret, surveyExample, surveyReply, surveyReplySchema } from './survey-reply.ts'
import { questionsSchema } from './surveys.ts'

export const surveyChangeRoutes = [
  route({
    operationId: 'updateSurvey',
    summary: 'Change the title, the settings or the questions of a survey, or close it',
    description:
      'Other questions make a new version: answers keep the version that they were given to. A question keeps its type and scale; what asks otherwise is another question with another id. Under its former titles a survey is still found by formulas. Null takes a setting away.',
    tag: 'Surveys',
    method: 'patch',
    path: '/v1/workspaces/{workspaceId}/surveys/{surveyId}',
    writes: true,
    params: inSurvey,
    body: object({
      title: optional(textsSchema),
      status: optional(picklist(['closed'])),
      questions: optional(questionsSchema),
      ...surveySettingsEntries,
      /** The revision that the change was made on; the latest where left out. */
      revision: optional(pipe(number(), integer())),
    }),
    reply: surveyReplySchema,
    example: { body: { status: 'closed' }, reply: { ...surveyExample, status: 'closed', revision: 3 } },
    errors: { 409: 'Changed meanwhile (`stale`), or `operationReused`.' },
    async handle(call) {
      const { backend, workspace, params, body, operation } = call
      const survey = await once(backend, workspace.partition(), operation, async () => {
        const before = await getSurvey(backend, workspace, params.surveyId)
        const {
          revision = before.revision,
          title = before.title,
          status = before.status,
          questions,
          ...settings
        } = body
        if (revision !== before.revision) throw new InputError('stale', undefined)
        if (settings.closesOn !== undefined) await refuseReopening(backend, workspace, before)
        if (settings.staffGroup !== undefined) refuseOtherGroup(before, settings.staffGroup)
        const known = withFormerOptions(knownQuestions(before), before.former)
        const asked = questions ? numberedQuestions(questions, known) : before.questions
        refuseUnfitSettings(asked, settings)
        const after = { ...withTitle(withQuestions(before, asked), title), ...settings, status }
        const isClosed = status === 'closed' && before.status !== 'closed'
        return {
          ...changing(workspace, before, after),
          told: isClosed ? told(call, 'surveyClosed', { surveyId: before.id }) : undefined,
        }
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
    writes: true,
    params: inSurvey,
    reply: surveyReplySchema,
    example: {
      reply: { ...surveyExample, status: 'open', revision: 2, link: 'https://api.example.com/s/Zk3v.n0B7s2Kq5h' },
    },
    async handle(call) {
      const { backend, workspace, params, operation } = call
      const survey = await once(backend, workspace.partition(), operation, async () => {
        const before = await getSurvey(backend, workspace, params.surveyId)
        await refuseReopening(backend, workspace, before)
        const link = { kind: 'survey' as const, surveyId: before.id, createdAt: backend.now().toISOString() }
        const { writes, result } = changing(workspace, before, { ...before, status: 'open' })
        return {
          writes: [...writes, linkWrite(workspace, digest(linkSecret(backend, workspace, before.id)), link)],
          result,
          told: told(call, 'surveyOpened', { surveyId: before.id }),
        }
      })
      return surveyReply(backend, workspace, survey)
    },
  }),
]

/** The writes that change a survey, and how it is afterwards. */
function changing(workspace: WorkspaceKey, before: Survey, changed: Survey) {
  const after = { ...changed, revision: before.revision + 1 }
  return { writes: changedSurveyWrites(workspace, before, after), result: after }
}
