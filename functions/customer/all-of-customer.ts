import { complaintFromEvents } from '../../core/complaint/complaint-from-events.ts'
import type { Language } from '../../core/messages/messages.ts'
import { textIn } from '../../core/survey/texts.ts'
import { complaintEvents } from '../store/complaint.ts'
import { answersBefore, type CustomerAnswer } from '../store/customer-answers.ts'
import { customerComplaints } from '../store/customer-complaints.ts'
import { findFollowUp } from '../store/follow-up.ts'
import { customerLinks } from '../store/link.ts'
import { messagesOf } from '../store/message.ts'
import { replyFilling } from '../store/reply-size.ts'
import type { Table } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { questionsAsAnswered, surveysById } from './surveys-by-id.ts'

export const exportedParts = ['answers', 'links', 'complaints'] as const
/** Where the export of a customer goes on: in which part, and behind what of it ('' at its beginning). */
export type ExportPlace = { part: (typeof exportedParts)[number]; after: string }

/** Of at most 1 MB, as DynamoDB gives them out, and each with the texts of all its questions. */
const ANSWERS = 20
/** Each with all that happened to it; fewer where they take what a reply may. */
const COMPLAINTS = 10

/**
 * The next page of all that is stored about one customer: answers with the questions' texts, links of their own, and
 * complaints with what happened to them and what people were written.
 *
 * @returns `next` undefined after the last page.
 */
export async function allOfCustomer(
  table: Table,
  workspace: WorkspaceKey,
  customerId: string,
  { part, after }: ExportPlace,
  language: Language,
) {
  if (part === 'answers') {
    const { answers, next } = await answersBefore(table, workspace, customerId, after, ANSWERS)
    return {
      answers: await answersTold(table, workspace, answers, language),
      next: next === undefined ? { part: 'links' as const, after: '' } : { part, after: next },
    }
  }
  if (part === 'links') {
    const links = await customerLinks(table, workspace, customerId)
    const told = links.map(({ surveyId, createdAt, own, answer }) => {
      const { operation: _, customerId: __, ...about } = own
      return { surveyId, createdAt, ...about, ...(answer && { answeredOn: answer.day }) }
    })
    return { links: told, next: { part: 'complaints' as const, after: '' } }
  }
  const all = await customerComplaints(table, workspace, customerId)
  const from = after === '' ? 0 : all.findIndex(({ id }) => id === after) + 1
  const complaints = []
  const fills = replyFilling()
  for (const { id } of all.slice(from, from + COMPLAINTS)) {
    const told = await complaintTold(table, workspace, id)
    const isFull = fills(told)
    // One alone is told however long it is: there is no other way to it.
    if (complaints.length > 0 && isFull) break
    complaints.push(told)
  }
  const last = all[from + complaints.length - 1]
  const isMore = from + complaints.length < all.length
  return { complaints, next: isMore && last ? { part, after: last.id } : undefined }
}

async function answersTold(table: Table, workspace: WorkspaceKey, answers: CustomerAnswer[], language: Language) {
  const surveyOf = surveysById(table, workspace)
  const questionsOf = questionsAsAnswered(table, workspace)
  return Promise.all(
    answers.map(async ({ digest: _, operation: __, deleted: ___, answers: given, ...answer }) => {
      const survey = await surveyOf(answer.surveyId)
      const questions = survey ? await questionsOf(survey, answer) : []
      const titleOf = (id: string) => {
        const title = questions.find((question) => question.id === id)?.title
        return title === undefined ? id : textIn(title, language)
      }
      const followUp = await findFollowUp(table, workspace, answer.surveyId, answer)
      return {
        ...answer,
        survey: survey ? textIn(survey.title, language) : '',
        answers: Object.entries(given).map(([id, value]) => ({ id, question: titleOf(id), answer: value })),
        ...(followUp && { followUp: { state: followUp.state, score: followUp.score } }),
      }
    }),
  )
}

async function complaintTold(table: Table, workspace: WorkspaceKey, id: string) {
  const [history, messages] = await Promise.all([
    complaintEvents(table, workspace, id),
    messagesOf(table, workspace, id),
  ])
  return { complaint: complaintFromEvents(history), history, messages }
}
