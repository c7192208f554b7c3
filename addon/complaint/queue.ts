import type { Complaint, Instant } from '../../core/complaint/complaint.ts'
import type { ComplaintAction } from '../../core/complaint/complaint-moves.ts'
import type { ComplaintStatus } from '../../core/complaint/complaint-status.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'

/** A complaint as lists show it, with how it stands against its targets and the steps that the person may take. */
export type ListedComplaint = Complaint & { status: ComplaintStatus; actions: ComplaintAction[] }

/** A page of a list, as it was at an instant; `next` is `after` of the next one. */
export type ComplaintPage = { asOf: Instant; complaints: ListedComplaint[]; next?: string }

/** A page of the complaints that a query asks for. @param query As `listComplaints` takes it: `status=open&limit=50`. */
export function listedComplaints(query: string): ComplaintPage {
  const { workspaceId } = requiredConnection()
  return callApi({ method: 'get', path: `/v1/workspaces/${workspaceId}/complaints?${query}` })
}
