import { InputError } from '../../core/input-error.ts'
import { type Answers, checkedAnswers } from '../../core/survey/checked-answers.ts'
import type { Question } from '../../core/survey/question.ts'
import type { Backend } from '../backend.ts'
import { digestOf } from '../secrets.ts'
import { type Answer, answerIdOf, answerKey, answerSchema, editedAnswerWrites, saveNewAnswer } from '../store/answer.ts'
import { usedLinkWrite } from '../store/link.ts'
import { isFull, quotaWrites, versionQuestions } from '../store/survey.ts'
import { findItem, transact } from '../store/table.ts'
import { answersToStore } from './answers-to-store.ts'
import { type AskedPage, askedPage, correctionTicket, type OpenedLink, openedLink } from './opened-link.ts'
import { readTicket, type Ticket } from './ticket.ts'

/** As a form or client sends it. */
type Sent = { ticket: string; answers: Record<string, unknown> }

/**
 * What became of something sent. It is stored, with what it changed where it corrects an answer; or the page is to be
 * shown again: with the problems by question, or because another answer was given `meanwhile` with the same link.
 */
export type Submitted = { opened: OpenedLink } & (
  | { outcome: 'stored'; answerId: string; before: Answers | undefined; after: Answers; questions: Question[] }
  | { outcome: 'again'; page: AskedPage; problems: Record<string, InputError>; meanwhile: boolean }
)

/** What a page sent, checked against the questions that it showed. */
type Checked = { ticket: Ticket; questions: Question[]; answers: Answers }

/** Something was written between the reads and the write: everything is read again. */
const TRIES = 3

/**
 * Stores what somebody sent through a link, once however often it is sent: a repeat of what was stored is told so also
 * after the survey closed.
 *
 * @throws InputError `notFound` for a link that can't be used; `answeredOtherwise` where another answer was sent with the
 *   ticket of an open link.
 */
export async function submittedAnswer(backend: Backend, link: OpenedLink, sent: Sent): Promise<Submitted> {
  let opened = link
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    if (attempt > 1) opened = await openedLink(backend, link.token)
    const { workspace, survey } = opened
    const ticket = readTicket(backend, opened.secretHash, sent.ticket)
    if (!ticket)
      return asksAgain(opened, await askedPage(backend, opened), { '': new InputError('ticketOld', undefined) })
    const questions = await versionQuestions(backend, workspace, survey, ticket.version)
    const { answers, problems } = checkedAnswers(questions, sent.answers)
    if (Object.keys(problems).length > 0) {
      await askedPage(backend, opened)
      return asksAgain(opened, { questions, ticket: sent.ticket }, problems)
    }
    const checked = { ticket, questions, answers }
    const submitted = await (opened.link.answer ? corrected(backend, opened, checked) : first(backend, opened, checked))
    if (submitted) return submitted
  }
  throw new InputError('stale', undefined)
}

/**
 * The page that something was sent from, to be shown again without anything being stored.
 *
 * @throws InputError `notFound` for a link that can't be used.
 */
export async function pageAgain(backend: Backend, opened: OpenedLink, text: string): Promise<AskedPage> {
  const page = await askedPage(backend, opened)
  const ticket = readTicket(backend, opened.secretHash, text)
  if (!ticket) return page
  const questions = await versionQuestions(backend, opened.workspace, opened.survey, ticket.version)
  return { questions, ticket: text }
}

/** The first answer of a ticket, stored unless it was before; undefined where everything is to be read again. */
async function first(backend: Backend, opened: OpenedLink, checked: Checked): Promise<Submitted | undefined> {
  const { workspace, survey, link, secretHash, open } = opened
  const answer = await answerOf(backend, opened, checked)
  const { day, id, digest } = answer
  const used = link.own ? [usedLinkWrite(workspace, secretHash, { day, id, digest })] : []
  if (open) {
    const outcome = await saveNewAnswer(backend, workspace, survey, answer, [
      ...quotaWrites(workspace, survey),
      ...used,
    ])
    if (outcome === 'accepted' || outcome === 'duplicate') return stored(opened, checked)
    if (outcome === 'conflict' && !link.own) throw new InputError('answeredOtherwise', undefined)
  }
  const before = await findItem(backend, answerSchema, answerKey(workspace, survey, day, id))
  if (before?.digest === digest) return stored(opened, checked)
  if (open && (before || !(await isFull(backend, workspace, survey)))) return undefined
  throw new InputError('notFound', undefined)
}

/** What is sent with a link that was used: the same again, or a correction of the answer as the page knew it. */
async function corrected(backend: Backend, opened: OpenedLink, checked: Checked): Promise<Submitted | undefined> {
  const { workspace, survey, link, given, open } = opened
  const { ticket, questions, answers } = checked
  if (given && digestOf(given.answers) === digestOf(answers)) return stored(opened, checked)
  if (ticket.revision === 0 && (await answerOf(backend, opened, checked)).digest === link.answer?.digest) {
    return stored(opened, checked)
  }
  if (!given || !open) throw new InputError('notFound', undefined)
  if (ticket.revision !== given.revision) {
    const page = { questions, ticket: correctionTicket(backend, opened, given, ticket.version) }
    return asksAgain(opened, page, {}, true)
  }
  const after = { ...given, answers: { ...notAsked(given, questions), ...answers }, version: ticket.version }
  const refused = await transact(backend, editedAnswerWrites(workspace, survey, given, after))
  return refused ? undefined : stored(opened, checked, given.answers)
}

async function answerOf(backend: Backend, { workspace, link }: OpenedLink, checked: Checked): Promise<Answer> {
  const { day, id, version } = checked.ticket
  const own = link.own && { customerId: link.own.customerId, invited: link.own.invited }
  const answeredAt = backend.now().toISOString()
  const sent = { day, id, version, answers: checked.answers, channel: own ? 'link' : 'web', answeredAt, ...own }
  const [answer] = await answersToStore(backend, workspace, [sent])
  return answer!
}

/** Answers to questions that a page of another version did not show: they stay. */
function notAsked({ answers }: Answer, questions: Question[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !questions.some((question) => question.id === id)))
}

function stored(opened: OpenedLink, { ticket, questions, answers }: Checked, before?: Answers): Submitted {
  return { opened, outcome: 'stored', answerId: answerIdOf(ticket), before, after: answers, questions }
}

function asksAgain(
  opened: OpenedLink,
  page: AskedPage,
  problems: Record<string, InputError>,
  meanwhile = false,
): Submitted {
  return { opened, outcome: 'again', page, problems, meanwhile }
}
