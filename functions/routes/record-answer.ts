import { object, optional, picklist } from 'valibot'
import { daySchema } from '../../core/calendar/day-schema.ts'
import { zonedDay } from '../../core/calendar/zoned-time.ts'
import { InputError } from '../../core/input-error.ts'
import { takenChannels } from '../../core/survey/channels.ts'
import { route } from '../request/route.ts'
import { findAnswer, saveNewAnswer } from '../store/answer.ts'
import { findResult, operationWrite } from '../store/operation.ts'
import { getSurvey, isOpenOn } from '../store/survey.ts'
import { getWorkspace } from '../store/workspace.ts'
import { answersToStore } from '../survey/answers-to-store.ts'
import { givenAnswersSchema } from '../survey/given-answers.ts'
import { openWantedOf } from '../survey/open-wanted.ts'
import { readRow } from '../survey/read-row.ts'
import { refuseStaff } from '../survey/staff-survey.ts'
import { answerExample, answerReply, answerReplySchema, answersPath } from './answer-reply.ts'
import { customerIdSchema } from './customers.ts'
import { inSurvey } from './parameters.ts'

export const recordAnswerRoutes = [
  route({
    operationId: 'recordAnswer',
    summary: 'Keep an answer that somebody gave by phone, at a visit or otherwise',
    description:
      'Only while the survey is open, as through its links: what was answered before can be imported at any time. Interviews and online reviews are kept too; figures show them by channel alone. The Idempotency-Key is the answer: sent again, it is one answer.',
    tag: 'Answers',
    method: 'post',
    path: answersPath,
    writes: true,
    params: inSurvey,
    body: object({
      date: daySchema,
      channel: picklist(takenChannels),
      customerId: optional(customerIdSchema),
      answers: givenAnswersSchema,
    }),
    reply: answerReplySchema,
    status: 201,
    example: {
      body: { date: '2026-03-10', channel: 'phone', customerId: 'C-1001', answers: { nps: 9 } },
      reply: { ...answerExample, answers: { nps: 9 } },
    },
    errors: {
      400: '`surveyNotOpen`, or bad input.',
      409: 'Another answer was sent with this Idempotency-Key (`operationReused`).',
    },
    async handle({ backend, workspace, params, body, operation }) {
      const survey = await getSurvey(backend, workspace, params.surveyId)
      refuseStaff(survey)
      const { timeZone } = await getWorkspace(backend, workspace)
      const pk = workspace.partition()
      if (!(await findResult(backend, pk, operation))) {
        const today = zonedDay(backend.now().getTime(), timeZone)
        if (!isOpenOn(survey, today)) throw new InputError('surveyNotOpen', undefined)
        const read = readRow({ ...body, id: `recorded ${operation.id}` }, survey, timeZone, today)
        if ('error' in read) throw read.error
        const [answer] = await answersToStore(backend, workspace, [read.sent])
        const { day, id } = answer!
        await saveNewAnswer(backend, workspace, survey, answer!, [operationWrite(pk, operation, { day, id })])
      }
      const kept = (await findResult<{ day: string; id: string }>(backend, pk, operation))?.result
      const stored = kept && (await findAnswer(backend, workspace, survey, kept.day, kept.id))
      if (!stored) throw new InputError('notFound', undefined)
      const reply = answerReply(stored)
      await openWantedOf(backend, workspace, survey, reply.answerId)
      return reply
    },
  }),
]
