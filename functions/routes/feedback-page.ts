import type { Context } from 'hono'
import { array, boolean, maxLength, object, optional, picklist, pipe, string } from 'valibot'
import { complaintStates } from '../../core/complaint/complaint.ts'
import { awaitsAnswer } from '../../core/complaint/customer-act.ts'
import { feedbackQuestions } from '../../core/complaint/feedback-questions.ts'
import { InputError } from '../../core/input-error.ts'
import { type Language, languages } from '../../core/messages/messages.ts'
import { checkedAnswers } from '../../core/survey/checked-answers.ts'
import { questionSchema } from '../../core/survey/question.ts'
import type { Backend } from '../backend.ts'
import { answerFeedback } from '../complaint/feedback-answer.ts'
import { type OpenedFeedback, openedFeedback } from '../complaint/feedback-opened.ts'
import { failurePage } from '../pages/failure-page.ts'
import { feedbackPage, feedbackSaid } from '../pages/feedback-page.ts'
import { prefersPage } from '../request/prefers-page.ts'
import type { Limiter } from '../request/rate-limits.ts'
import { route } from '../request/route.ts'
import { givenAnswersSchema } from '../survey/given-answers.ts'

const tag = 'Public pages'
const path = '/f/{link}'
const onLink = object({ link: pipe(string(), maxLength(300)) })
const inLanguage = object({ lang: optional(string()) })

export const feedbackPageRoutes = [
  route({
    operationId: 'readFeedbackPage',
    summary: 'The question to a customer whether a complaint is solved, as a page or as JSON',
    description:
      'Reading changes nothing. There is nothing to answer (no questions) once an answer was given, or while the complaint is worked on again. A link is good for 30 days and until the customer is asked anew.',
    tag,
    method: 'get',
    path,
    page: failurePage,
    writes: false,
    params: onLink,
    query: inLanguage,
    reply: object({ number: string(), answered: boolean(), questions: array(questionSchema) }),
    example: { reply: { number: 'C-2026-000123', answered: false, questions: feedbackQuestions } },
    async handle({ c, backend, params, language: asked, limit }) {
      const opened = await limitedLink(backend, params.link, limit)
      const { complaint, answered } = opened
      const isOpen = !answered && awaitsAnswer(complaint)
      if (!prefersPage(c)) return { number: complaint.number, answered, questions: isOpen ? feedbackQuestions : [] }
      const language = languageFor(c, opened, asked)
      if (isOpen) return feedbackPage(c, opened, { language, given: {} })
      return feedbackSaid(c, opened, { language, what: answered ? 'answered' : 'underWay' })
    },
  }),
  route({
    operationId: 'submitFeedback',
    summary: 'Answer whether a complaint is solved, which closes it or opens it again',
    description:
      'As JSON or as the form of the page (fields `answers.<question id>`): `solved` (yes or no), `satisfaction` with the handling (1 to 5), `comment`. The same answer is one, however often it is sent. A complaint that was closed meanwhile is opened again by a no, and keeps the satisfaction of a yes. A form with `show` stores nothing: it shows the page again in that language.',
    tag,
    method: 'post',
    path,
    page: failurePage,
    writes: false,
    params: onLink,
    query: inLanguage,
    body: object({ answers: optional(givenAnswersSchema, {}), show: optional(picklist(languages)) }),
    reply: object({ number: string(), state: picklist(complaintStates) }),
    example: {
      body: { answers: { solved: 'yes', satisfaction: 5, comment: 'Quick, thank you.' } },
      reply: { number: 'C-2026-000123', state: 'closed' },
    },
    errors: { 409: 'Another answer was given with this link before (`answeredOtherwise`).' },
    async handle({ c, backend, params, body, language: asked, limit }) {
      const opened = await limitedLink(backend, params.link, limit)
      const isPage = prefersPage(c)
      const given = body.answers
      if (isPage && body.show) return feedbackPage(c, opened, { language: body.show, given })
      const language = languageFor(c, opened, asked)
      const { answers, problems } = checkedAnswers(feedbackQuestions, given)
      const [problem] = Object.values(problems)
      if (problem) {
        if (!isPage) throw problem
        return feedbackPage(c, opened, { language, given, problems })
      }
      const { solved, satisfaction, comment } = answers as { solved: string; satisfaction?: number; comment?: string }
      try {
        const answer = { solved: solved === 'yes', satisfaction, text: comment }
        const after = await answerFeedback(backend, opened, answer)
        if (!isPage) return { number: after.number, state: after.state }
        return feedbackSaid(c, opened, { language, what: after.state === 'closed' ? 'closed' : 'reopened' })
      } catch (error) {
        if (!isPage || !(error instanceof InputError) || error.code !== 'answeredOtherwise') throw error
        return feedbackSaid(c, opened, { language, what: 'answeredOtherwise' })
      }
    },
  }),
]

async function limitedLink(backend: Backend, token: string, limit: Limiter): Promise<OpenedFeedback> {
  const opened = await openedFeedback(backend, token)
  limit('link', opened.secretHash)
  return opened
}

/** Chosen on the page, else the one that the customer writes in, else the one that the reader's software asks for. */
function languageFor(c: Context, { complaint }: OpenedFeedback, asked: Language): Language {
  return c.req.query('lang') === undefined ? (complaint.contact?.language ?? asked) : asked
}
