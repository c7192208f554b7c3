import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'

/** Whose complaints go to whom; by routing where nobody is named. */
export type HandOver = { from: string; to?: string; text?: string }

/** What one page of it did: to whom how many went, how many stay, and where the next goes on. */
export type HandedOver = { given: { owner: string; n: number }[]; kept: number; next?: string }

/** Gives a page of what somebody has open to others; each goes once, also where a page is sent again. */
export function handOverComplaints(asked: HandOver, after: string, operationId: string): HandedOver {
  const path = `/v1/workspaces/${requiredConnection().workspaceId}/complaint-hand-overs`
  const query = after && `?after=${encodeURIComponent(after)}`
  return callApi({ method: 'post', path: path + query, body: asked, operationId })
}
