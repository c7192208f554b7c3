import type { Context } from 'hono'
import { array, maxLength, object, optional, picklist, pipe, record, string, unknown } from 'valibot'
import { InputError } from '../../core/input-error.ts'
import { type Language, languages } from '../../core/messages/messages.ts'
import { type Question, questionSchema } from '../../core/survey/question.ts'
import { textsSchema } from '../../core/survey/texts-schema.ts'
import type { Backend } from '../backend.ts'
import { failurePage } from '../pages/failure-page.ts'
import { surveyPage } from '../pages/survey-page.tsx'
import { thanksPage } from '../pages/thanks-page.tsx'
import { prefersPage } from '../request/prefers-page.ts'
import type { Limiter } from '../request/rate-limits.ts'
import { route } from '../request/route.ts'
import { givenAnswersSchema } from '../survey/given-answers.ts'
import { openWantedOf } from '../survey/open-wanted.ts'
import { askedPage, type OpenedLink, openedLink } from '../survey/opened-link.ts'
import { pageAgain, submittedAnswer } from '../survey/submitted-answer.ts'

const path = '/s/{link}'
const onLink = object({ link: pipe(string(), maxLength(300)) })
const inLanguage = object({ lang: optional(string()) })

const example = {
  title: 'Spring survey',
  questions: [{ id: 'nps', type: 'nps', title: 'How likely are you to recommend us?', required: true }],
  answers: {},
  ticket: '2026-03-10.h2Kp0sVx9QdLrT4m.1.0.2026-03-10.n0B7s2Kq5hX9vD4mC1tJ8wR3yL6pF0aZgU2eI7oQbVk',
}

export const surveyPageRoutes = [
  route({
    operationId: 'readSurveyPage',
    summary: "A survey's public page, or as JSON its questions with a ticket to answer them",
    description:
      'Browsers are given the page, clients that accept `application/json` the questions. Reading changes nothing. A ticket fixes the id, the day and the questions of one answer and is good for a week. `?a.<question id>=<value>` chooses an answer on the page. A single-use link that was used gives the answer, to be corrected.',
    tag: 'Public pages',
    method: 'get',
    path,
    page: failurePage,
    writes: false,
    params: onLink,
    query: inLanguage,
    reply: object({
      title: textsSchema,
      questions: array(questionSchema),
      /** What was given with the link before. */
      answers: record(string(), unknown()),
      ticket: string(),
    }),
    example: { reply: example },
    async handle({ c, backend, params, language, limit }) {
      const opened = await limitedLink(backend, params.link, limit)
      const page = await askedPage(backend, opened)
      const { title } = opened.survey
      const stored = opened.given
      if (!prefersPage(c)) return { title, ...page, answers: stored?.answers ?? {} }
      const chosen = chosenInAddress(c, page.questions)
      const notice = Object.keys(chosen).length > 0 ? ('prefilled' as const) : undefined
      const given = { ...stored?.answers, ...chosen }
      return surveyPage(c, { title, ...page, language: languageFor(c, opened, language), given, stored, notice })
    },
  }),
  route({
    operationId: 'submitAnswer',
    summary: 'Answer a survey through its public link, or correct the answer of a single-use link',
    description:
      'As JSON or as the form of the page (fields `ticket` and `answers.<question id>`). The same ticket with the same answers is one answer, however often and late it is sent; with other answers it is refused with 409. Answers are by question id: a number, the id or label of an option, an array of them, or text. A form with `show` stores nothing: it shows the page again in that language.',
    tag: 'Public pages',
    method: 'post',
    path,
    page: failurePage,
    writes: false,
    params: onLink,
    query: inLanguage,
    body: object({
      ticket: optional(string(), ''),
      answers: optional(givenAnswersSchema, {}),
      show: optional(picklist(languages)),
    }),
    reply: object({ answerId: string() }),
    status: 201,
    example: {
      body: { ticket: example.ticket, answers: { nps: 9 } },
      reply: { answerId: '2026-03-10.h2Kp0sVx9QdLrT4m' },
    },
    errors: { 409: 'Another answer was sent with this ticket or single-use link before (`answeredOtherwise`).' },
    async handle({ c, backend, params, body, language: asked, limit }) {
      const opened = await limitedLink(backend, params.link, limit)
      const isPage = prefersPage(c)
      if (isPage && body.show) {
        const page = await pageAgain(backend, opened, body.ticket)
        const { title } = opened.survey
        return surveyPage(c, { title, ...page, language: body.show, given: body.answers, stored: opened.given })
      }
      const submitted = await submittedAnswer(backend, opened, body)
      const { workspace, survey, link, given: stored, open } = submitted.opened
      const language = languageFor(c, submitted.opened, asked)
      if (submitted.outcome === 'stored') {
        await openWantedOf(backend, workspace, survey, submitted.answerId)
        if (!isPage) return { answerId: submitted.answerId }
        return thanksPage(c, { ...submitted, language, own: link.own !== undefined && open })
      }
      const { page, problems, meanwhile } = submitted
      if (!isPage) throw Object.values(problems)[0] ?? new InputError('answeredOtherwise', undefined)
      const notice = meanwhile ? ('meanwhile' as const) : undefined
      return surveyPage(c, { title: survey.title, ...page, language, given: body.answers, stored, problems, notice })
    },
  }),
]

/** A link that can be answered takes only so many requests, and so does its survey; others tell nothing, not even that. */
async function limitedLink(backend: Backend, token: string, limit: Limiter): Promise<OpenedLink> {
  const opened = await openedLink(backend, token)
  if (!opened.open) return opened
  if (opened.link.own) limit('link', opened.secretHash)
  limit('survey', opened.survey.id, opened.survey.buckets)
  return opened
}

/** Chosen on the page, else the one that the link was made in, else the one that the reader's software asks for. */
function languageFor(c: Context, { link }: OpenedLink, asked: Language): Language {
  return c.req.query('lang') === undefined ? (link.own?.language ?? asked) : asked
}

/** `?a.nps=9`: what was pressed in a message, to be chosen on the page and sent from there. Nobody writes texts for others. */
function chosenInAddress(c: Context, questions: Question[]): Record<string, string> {
  const asked = questions.filter(({ type }) => type !== 'text').map(({ id }) => [id, c.req.query(`a.${id}`)] as const)
  return Object.fromEntries(asked.flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])))
}
