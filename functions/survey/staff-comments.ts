import { InputError } from '../../core/input-error.ts'
import type { Language } from '../../core/messages/messages.ts'
import type { Backend } from '../backend.ts'
import { digest } from '../secrets.ts'
import type { AnswerCursor } from '../store/answer-list.ts'
import { type Comment, listComments } from '../store/comment-list.ts'
import { replyFilling } from '../store/reply-size.ts'
import type { Survey } from '../store/survey.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { refuseStaffQuery } from './staff-survey.ts'
import { surveyFigures } from './survey-figures.ts'

type Asker = { backend: Backend; workspace: WorkspaceKey; language: Language }
type Asked = { from?: string | undefined; to?: string | undefined; search: string; cursor?: string | undefined }

/**
 * What staff wrote, in an order that tells nothing: all of it at once, since a place to go on from would be an answer's.
 *
 * @returns `total` where they wrote more than fits into a reply: how many comments there are.
 * @throws InputError `staffOpen`, `staffCut`, `groupTooSmall`.
 */
export async function staffComments({ backend, workspace, language }: Asker, survey: Survey, query: Asked) {
  if (query.cursor !== undefined) throw new InputError('staffCut', undefined)
  await refuseStaffQuery(backend, workspace, survey, query)
  const { n } = await surveyFigures(backend, workspace, survey, { metric: 'COUNT' }, language)
  const comments: Comment[] = []
  let cursor: AnswerCursor | undefined
  do {
    const asked = { from: '0000-01-01', to: '9999-12-31', search: query.search, limit: 500, cursor }
    const page = await listComments(backend, workspace, survey, asked)
    comments.push(...page.comments)
    cursor = page.next
  } while (cursor)
  const texts = comments.map(({ question, text }) => ({ question, text, channel: 'staff' }))
  texts.sort((a, b) => (digest(a.text) < digest(b.text) ? -1 : 1))
  const full = texts.findIndex(replyFilling())
  if (full < 0 || full === texts.length - 1) return { comments: texts, read: n }
  return { comments: texts.slice(0, full + 1), read: n, total: texts.length }
}
