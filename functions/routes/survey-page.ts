import { array, maxLength, object, optional, pipe, record, string, unknown } from 'valibot'
import { zonedDay } from '../../core/complaint/zoned-time.ts'
import { InputError } from '../../core/input-error.ts'
import { checkedAnswers } from '../../core/survey/checked-answers.ts'
import { questionSchema } from '../../core/survey/question.ts'
import { textsSchema } from '../../core/survey/texts-schema.ts'
import type { Backend } from '../backend.ts'
import { messagePage } from '../pages/page.tsx'
import { surveyPage } from '../pages/survey-page.tsx'
import { prefersPage } from '../request/prefers-page.ts'
import { route } from '../request/route.ts'
import { digest } from '../secrets.ts'
import { saveNewAnswer } from '../store/answer.ts'
import { findSurvey, isOpenOn } from '../store/survey.ts'
import { getWorkspace } from '../store/workspace.ts'
import { WorkspaceKey } from '../store/workspace-key.ts'
import { answersToStore } from '../survey/answers-to-store.ts'
import { newTicket, readTicket } from '../survey/ticket.ts'

const path = '/s/{link}'
const onLink = object({ link: pipe(string(), maxLength(300)) })
const inLanguage = object({ lang: optional(string()) })

const example = {
  title: 'Spring survey',
  questions: [{ id: 'nps', type: 'nps', title: 'How likely are you to recommend us?', required: true }],
  ticket: '2026-03-10.h2Kp0sVx9QdLrT4m.n0B7s2Kq5hX9vD4mC1tJ8wR3yL6pF0aZgU2eI7oQbVk',
}

export const surveyPageRoutes = [
  route({
    operationId: 'readSurveyPage',
    summary: "A survey's public page, or as JSON its questions with a ticket to answer them",
    description:
      'Browsers are given the page, clients that accept `application/json` the questions. Reading changes nothing. A ticket fixes the id and the day of one answer and is good for a week.',
    tag: 'Public pages',
    method: 'get',
    path,
    who: 'public',
    page: true,
    writes: false,
    params: onLink,
    query: inLanguage,
    reply: object({ title: textsSchema, questions: array(questionSchema), ticket: string() }),
    example: { reply: example },
    async handle({ c, backend, params, language, messages }) {
      const { survey, ticket } = await opened(backend, params.link)
      if (!prefersPage(c)) return { title: survey.title, questions: survey.questions, ticket }
      return surveyPage(c, { survey, ticket, language, messages, given: { answers: {}, problems: {} } })
    },
  }),
  route({
    operationId: 'submitAnswer',
    summary: 'Answer a survey through its public link',
    description:
      'As JSON or as the form of the page (fields `ticket` and `answers.<question id>`). The same ticket with the same answers is one answer, however often it is sent; with other answers it is refused with 409. Answers are by question id: a number, the id or label of an option, an array of them, or text.',
    tag: 'Public pages',
    method: 'post',
    path,
    who: 'public',
    page: true,
    writes: false,
    params: onLink,
    query: inLanguage,
    body: object({ ticket: optional(string(), ''), answers: optional(record(string(), unknown()), {}) }),
    reply: object({ answerId: string() }),
    status: 201,
    example: {
      body: { ticket: example.ticket, answers: { nps: 9 } },
      reply: { answerId: '2026-03-10.h2Kp0sVx9QdLrT4m' },
    },
    errors: { 409: 'Another answer was sent with this ticket before (`answeredOtherwise`).' },
    async handle({ c, backend, params, body, language, messages }) {
      const { problems, survey, ticket } = await submitted(backend, params.link, body)
      const problem = Object.values(problems)[0]
      if (!prefersPage(c)) {
        if (problem) throw problem
        return { answerId: ticket.split('.').slice(0, 2).join('.') }
      }
      if (problem) return surveyPage(c, { survey, ticket, language, messages, given: { ...body, problems } })
      return messagePage(c, { language, title: messages.surveyPage.thanksTitle }, messages.surveyPage.thanks)
    },
  }),
]

/**
 * Stores what somebody sent, unless something is wrong with it.
 *
 * @returns The problems, if any, with the ticket to send it with: a new one where the one it came with is not good.
 * @throws InputError `notFound`, `answeredOtherwise`; `stale` where the survey keeps changing meanwhile.
 */
async function submitted(backend: Backend, link: string, body: { ticket: string; answers: Record<string, unknown> }) {
  for (let attempt = 1; ; attempt++) {
    const { workspace, survey, ticket: fresh } = await opened(backend, link)
    const ticket = readTicket(backend, digest(link), body.ticket)
    const { answers, problems } = checkedAnswers(survey.questions, body.answers)
    if (!ticket) return { survey, ticket: fresh, problems: { ...problems, '': new InputError('ticketOld', undefined) } }
    const checked = { survey, ticket: body.ticket, problems }
    if (Object.keys(problems).length > 0) return checked
    const sent = {
      ...ticket,
      answers,
      channel: 'web',
      answeredAt: backend.now().toISOString(),
      version: survey.version,
    }
    const [answer] = await answersToStore(backend, workspace, [sent])
    const outcome = await saveNewAnswer(backend, workspace, survey, answer!)
    if (outcome === 'conflict') throw new InputError('answeredOtherwise', undefined)
    if (outcome !== 'stale') return checked
    if (attempt === 3) throw new InputError('stale', undefined)
  }
}

/**
 * The open survey of a link, and a new ticket for it.
 *
 * @throws InputError `notFound`, the same for links that are malformed, foreign, or of a survey that is not open.
 */
async function opened(backend: Backend, link: string) {
  const found = await WorkspaceKey.ofHolder(backend, link)
  const survey =
    found?.holder.kind === 'survey' ? await findSurvey(backend, found.workspace, found.holder.surveyId) : undefined
  if (!found || !survey) throw new InputError('notFound', undefined)
  const { timeZone } = await getWorkspace(backend, found.workspace)
  const today = zonedDay(backend.now().getTime(), timeZone)
  if (!isOpenOn(survey, today)) throw new InputError('notFound', undefined)
  return { workspace: found.workspace, survey, ticket: newTicket(backend, digest(link), today) }
}
