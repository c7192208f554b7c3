import { zonedDay } from '../../core/calendar/zoned-time.ts'
import { InputError } from '../../core/input-error.ts'
import type { Question } from '../../core/survey/question.ts'
import type { Backend } from '../backend.ts'
import { digestOf, newId } from '../secrets.ts'
import { type Answer, findAnswer } from '../store/answer.ts'
import type { Link } from '../store/link.ts'
import { findSurvey, isFull, isOpenOn, type Survey, versionQuestions } from '../store/survey.ts'
import { getWorkspace } from '../store/workspace.ts'
import { WorkspaceKey } from '../store/workspace-key.ts'
import { type Ticket, ticketText } from './ticket.ts'

/** A link that exists, with its survey. */
export type OpenedLink = {
  /** As somebody came with it: `ws.secret`. */
  token: string
  workspace: WorkspaceKey
  survey: Survey
  link: Link
  /** Of the link's secret: its name in tickets and in the table. */
  secretHash: string
  /** In the workspace's time zone. */
  today: string
  /** Whether it can be answered today, as far as can be told without the survey's quota. */
  open: boolean
  /** What was given with it before, where it is a customer's own; undefined where that was deleted. */
  given: Answer | undefined
}

/** The questions that a page asks, and the ticket to answer them with. */
export type AskedPage = { questions: Question[]; ticket: string }

/** @throws InputError `notFound`, the same for links that are malformed or foreign. */
export async function openedLink(backend: Backend, token: string): Promise<OpenedLink> {
  const found = await WorkspaceKey.ofHolder(backend, token)
  if (found?.holder.kind !== 'survey') return lookedForNothing(backend)
  const { workspace, holder: link, secretHash } = found
  const [survey, { timeZone }] = await Promise.all([
    findSurvey(backend, workspace, link.surveyId),
    getWorkspace(backend, workspace),
  ])
  if (!survey) throw new InputError('notFound', undefined)
  const today = zonedDay(backend.now().getTime(), timeZone)
  const { own, answer } = link
  const open = isOpenOn(survey, today) && (!own?.expiresOn || today <= own.expiresOn)
  const { day, id } = answer ?? { day: today, id: 'none' }
  const given = answer || !open ? await findAnswer(backend, workspace, survey, day, id) : undefined
  return { token, workspace, survey, link, secretHash, today, open, given }
}

/** Reads as much as a link does that is there and can't be answered any more, so that nobody tells one from the other. */
async function lookedForNothing(backend: Backend): Promise<never> {
  const none = () => findSurvey(backend, WorkspaceKey.ofNobody(), 'none')
  await Promise.all([none(), none()])
  await none()
  throw new InputError('notFound', undefined)
}

/**
 * What a link asks now: the current questions, or those of the answer that was given with it before.
 *
 * @throws InputError `notFound` where nothing can be answered with it: the same as for links that don't exist.
 */
export async function askedPage(backend: Backend, opened: OpenedLink): Promise<AskedPage> {
  const { workspace, survey, link, given, open } = opened
  if (!open || (link.answer && !given)) throw new InputError('notFound', undefined)
  if (given) {
    const questions = await versionQuestions(backend, workspace, survey, given.version)
    return { questions, ticket: correctionTicket(backend, opened, given, given.version) }
  }
  if (await isFull(backend, workspace, survey)) throw new InputError('notFound', undefined)
  return { questions: survey.questions, ticket: firstTicket(backend, opened) }
}

/** A ticket to correct an answer as it is now, in a version of the questions. */
export function correctionTicket(backend: Backend, opened: OpenedLink, answer: Answer, version: number): string {
  const { day, id, revision } = answer
  return textOf(backend, opened, { day, id, version, revision })
}

/** A customer's own link has one answer, and so one id for it: another one where it was made anew after they were erased. */
function firstTicket(backend: Backend, opened: OpenedLink): string {
  const { link, secretHash, survey, today } = opened
  const id = link.own ? digestOf(['answer of a link', secretHash, link.createdAt]).slice(0, 22) : newId()
  return textOf(backend, opened, { day: today, id, version: survey.version, revision: 0 })
}

function textOf(backend: Backend, { secretHash, today }: OpenedLink, ticket: Ticket): string {
  return ticketText(backend, secretHash, ticket, today)
}
