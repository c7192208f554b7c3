import { customerNames } from '../tiering/customer-names.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'
import { queryText } from './results.ts'

/** What somebody wrote. Of staff only the text is told; '' and null are not known. */
export type ResultComment = {
  text: string
  question: string
  day: string
  score: number | null
  tier: string
  customerId: string
  /** '' for who is not in the customer file. */
  customer: string
}

/**
 * `read` is how many answers were looked through; '' as the cursor of the last page; `total` how many comments there are
 * where staff wrote more than is told.
 */
export type CommentPage = { comments: ResultComment[]; read: number; cursor: string; total: number | null }

export type CommentsAsked = { from: string; to: string; search: string; cursor: string }

type Reply = {
  comments: { day?: string; question: string; text: string; customerId?: string; tier?: string; nps?: number }[]
  read: number
  cursor?: string
  total?: number
}

const PAGE = '50'

/** Comments of some days, the latest first, or those that hold all the words of a search. */
export function surveyComments(surveyId: string, asked: CommentsAsked): CommentPage {
  const query = queryText({ ...asked, limit: PAGE })
  const path = `/v1/workspaces/${requiredConnection().workspaceId}/surveys/${surveyId}/comments${query}`
  const { comments, read, cursor = '', total = null } = callApi<Reply>({ method: 'get', path })
  const names = comments.some(({ customerId }) => customerId) ? customerNames() : new Map<string, { name: string }>()
  return {
    comments: comments.map(({ day = '', question, text, customerId = '', tier = '', nps: score = null }) => {
      return { text, question, day, score, tier, customerId, customer: names.get(customerId)?.name ?? '' }
    }),
    read,
    cursor,
    total,
  }
}
