import {
  array,
  boolean,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  nullable,
  number,
  object,
  optional,
  picklist,
  pipe,
  string,
} from 'valibot'
import { InputError } from '../../core/input-error.ts'
import { numberedQuestions } from '../../core/survey/numbered-questions.ts'
import { questionInputSchema, questionSchema } from '../../core/survey/question.ts'
import { satisfactionQuestions } from '../../core/survey/satisfaction-questions.ts'
import { surveyMetrics } from '../../core/survey/survey-figure.ts'
import { textIn, textsSchema } from '../../core/survey/texts.ts'
import type { Backend } from '../backend.ts'
import { route } from '../request/route.ts'
import { digest, newId, signature } from '../secrets.ts'
import { linkWrite } from '../store/link.ts'
import { once } from '../store/operation.ts'
import type { Survey } from '../store/survey.ts'
import { allSurveys, changedSurveyWrite, getSurvey, newSurveyWrite } from '../store/survey.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { figuresQuerySchema, surveyFigures } from '../survey-figures.ts'
import { idSchema, inWorkspace } from './parameters.ts'

const questionsSchema = pipe(array(questionInputSchema), minLength(1), maxLength(50))

const surveyReplySchema = object({
  surveyId: idSchema,
  title: textsSchema,
  status: picklist(['draft', 'open', 'closed']),
  questions: array(questionSchema),
  /** Whether there are answers, so that the questions stay. */
  answered: boolean(),
  revision: number(),
  createdAt: string(),
  /** The public page, while the survey is open. */
  link: optional(string()),
})

export const inSurvey = object({ ...inWorkspace.entries, surveyId: idSchema })

const example = {
  surveyId: 'h2Kp0sVx9QdLrT4m',
  title: 'Spring survey',
  status: 'draft',
  questions: [{ id: 'nps', type: 'nps', title: 'How likely are you to recommend us?', required: true }],
  answered: false,
  revision: 1,
  createdAt: '2026-03-10T08:00:00.000Z',
}

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
      /** Answers a second at the busiest; decides once over how many partitions they are spread. */
      peakPerSecond: optional(pipe(number(), minValue(0), maxValue(3000)), 10),
    }),
    reply: surveyReplySchema,
    status: 201,
    example: { body: { title: 'Spring survey' }, reply: example },
    async handle({ backend, workspace, body, operation }) {
      const questions = numberedQuestions(body.questions ?? satisfactionQuestions())
      const survey = await once(backend, workspace.partition(), operation, async () => {
        const buckets = body.peakPerSecond <= 50 ? 1 : body.peakPerSecond <= 800 ? 16 : 64
        const createdAt = backend.now().toISOString()
        const kept = { id: newId(), title: body.title, status: 'draft' as const, questions, buckets, createdAt }
        const survey = { ...kept, revision: 1, answered: false }
        return { writes: [newSurveyWrite(workspace, survey)], result: survey as Survey }
      })
      return shown(backend, workspace, survey)
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
    example: { reply: { surveys: [example] } },
    async handle({ backend, workspace }) {
      const surveys = await allSurveys(backend, workspace)
      return { surveys: surveys.map((survey) => shown(backend, workspace, survey)) }
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
    example: { reply: example },
    async handle({ backend, workspace, params }) {
      return shown(backend, workspace, await getSurvey(backend, workspace, params.surveyId))
    },
  }),
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
    example: { body: { status: 'closed' }, reply: { ...example, status: 'closed', revision: 3 } },
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
      return shown(backend, workspace, survey)
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
    example: { reply: { ...example, status: 'open', revision: 2, link: 'https://api.example.com/s/Zk3v.n0B7s2Kq5h' } },
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
      return shown(backend, workspace, survey)
    },
  }),
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
      ...figureEntries(),
      rows: optional(array(object({ value: string(), ...figureEntries() }))),
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

function figureEntries() {
  return { n: number(), figure: nullable(number()), low: nullable(number()), high: nullable(number()) }
}

/** The writes that change a survey, and how it is afterwards. */
function changing(workspace: WorkspaceKey, before: Survey, changed: Partial<Survey>) {
  const after = { ...before, ...changed, revision: before.revision + 1 }
  return { writes: [changedSurveyWrite(workspace, before, after)], result: after }
}

/**
 * A survey has one open link. Its secret is a signature over the survey's id, so that whoever may see the survey is
 * given the link again, while the table knows only its hash.
 */
function linkSecret({ signingKey }: Backend, workspace: WorkspaceKey, surveyId: string): string {
  return signature(signingKey, 'survey link', workspace.id, surveyId)
}

function shown(backend: Backend, workspace: WorkspaceKey, { id, buckets: _, ...survey }: Survey) {
  const link = `${backend.publicUrl}/s/${workspace.id}.${linkSecret(backend, workspace, id)}`
  return { surveyId: id, ...survey, ...(survey.status === 'open' && { link }) }
}
