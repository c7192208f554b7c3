import { array, integer, literal, minValue, number, object, optional, pipe, regex, string } from 'valibot'
import { InputError } from '../../core/input-error.ts'
import { checkedAnswers } from '../../core/survey/checked-answers.ts'
import { questionSchema } from '../../core/survey/question.ts'
import { route } from '../request/route.ts'
import type { Answer } from '../store/answer.ts'
import { deletedAnswerWrites, editedAnswerWrites, findAnswer } from '../store/answer.ts'
import { told } from '../store/audit-trail.ts'
import { once } from '../store/operation.ts'
import type { Survey } from '../store/survey.ts'
import { getSurvey, versionQuestions } from '../store/survey.ts'
import type { Table } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { givenAnswersSchema } from '../survey/given-answers.ts'
import { openWantedOf } from '../survey/open-wanted.ts'
import { refuseStaff } from '../survey/staff-survey.ts'
import { answerExample, answerReply, answerReplySchema, answersPath } from './answer-reply.ts'
import { inSurvey } from './parameters.ts'

const onePath = `${answersPath}/{answerId}`
const inAnswer = object({ ...inSurvey.entries, answerId: pipe(string(), regex(/^\d{4}-\d\d-\d\d\.[\w-]{16,64}$/)) })
const revisionSchema = pipe(number(), integer(), minValue(1))

export const answerChangeRoutes = [
  route({
    operationId: 'getAnswer',
    summary: 'One answer, and the questions that it was given to',
    tag: 'Answers',
    method: 'get',
    path: onePath,
    writes: false,
    params: inAnswer,
    reply: object({ ...answerReplySchema.entries, questions: array(questionSchema) }),
    async handle({ backend, workspace, params }) {
      const survey = await getSurvey(backend, workspace, params.surveyId)
      refuseStaff(survey)
      const answer = await answerAt(backend, workspace, survey, params.answerId)
      const questions = await versionQuestions(backend, workspace, survey, answer.version)
      return { ...answerReply(answer), questions }
    },
  }),
  route({
    operationId: 'editAnswer',
    summary: 'Correct an answer',
    description:
      'Answers that are given replace all that were there, to the questions as they were then. Tier, owner and segment stay too.',
    tag: 'Answers',
    method: 'patch',
    path: onePath,
    writes: true,
    params: inAnswer,
    body: object({ revision: revisionSchema, answers: givenAnswersSchema }),
    reply: answerReplySchema,
    example: {
      body: { revision: 1, answers: { nps: 8 } },
      reply: { ...answerExample, revision: 2, answers: { nps: 8 } },
    },
    async handle({ backend, workspace, params, body, operation }) {
      const survey = await getSurvey(backend, workspace, params.surveyId)
      refuseStaff(survey)
      const questionsOf = ({ version }: Answer) => versionQuestions(backend, workspace, survey, version)
      const { revision } = await once(backend, workspace.partition(), operation, async () => {
        const before = await answerAt(backend, workspace, survey, params.answerId, body.revision)
        const { answers, problems } = checkedAnswers(await questionsOf(before), body.answers)
        for (const problem of Object.values(problems)) throw problem
        const after = { ...before, answers, revision: before.revision + 1 }
        return { writes: editedAnswerWrites(workspace, survey, before, after), result: { revision: after.revision } }
      })
      // What was answered is kept with the answer alone, so that nothing of it is left where it is erased.
      const stored = await answerAt(backend, workspace, survey, params.answerId)
      const { answers } = checkedAnswers(await questionsOf(stored), body.answers)
      await openWantedOf(backend, workspace, survey, params.answerId)
      return answerReply({ ...stored, answers, revision })
    },
  }),
  route({
    operationId: 'deleteAnswer',
    summary: 'Take an answer out of all figures, for good',
    description: 'Its content is erased; only a mark stays, so that importing its row again does not bring it back.',
    tag: 'Answers',
    method: 'delete',
    path: onePath,
    writes: true,
    params: inAnswer,
    query: object({ revision: optional(pipe(string(), regex(/^[1-9]\d{0,8}$/, 'revision'))) }),
    reply: object({ answerId: string(), deleted: literal(true) }),
    async handle(call) {
      const { backend, workspace, params, query, operation } = call
      return once(backend, workspace.partition(), operation, async () => {
        const survey = await getSurvey(backend, workspace, params.surveyId)
        refuseStaff(survey)
        const revision = query.revision === undefined ? undefined : Number(query.revision)
        const before = await answerAt(backend, workspace, survey, params.answerId, revision)
        const result = { answerId: params.answerId, deleted: true as const }
        const writes = deletedAnswerWrites(workspace, survey, before)
        return { writes, result, told: told(call, 'answerDeleted', { surveyId: survey.id, answerId: params.answerId }) }
      })
    },
  }),
]

/** @throws InputError `notFound`; `stale` unless the answer is at `revision`. */
async function answerAt(
  table: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  answerId: string,
  revision?: number,
): Promise<Answer> {
  const [day = '', id = ''] = answerId.split('.')
  const answer = await findAnswer(table, workspace, survey, day, id)
  if (!answer) throw new InputError('notFound', undefined)
  if (revision !== undefined && answer.revision !== revision) throw new InputError('stale', undefined)
  return answer
}
