import type { Complaint } from '../../core/complaint/complaint.ts'
import { CUSTOMER } from '../../core/complaint/complaint-event.ts'
import { InputError } from '../../core/input-error.ts'
import type { Backend } from '../backend.ts'
import { complaintEvents, findComplaint } from '../store/complaint.ts'
import { getComplaintPolicy } from '../store/complaint-policy.ts'
import { WorkspaceKey } from '../store/workspace-key.ts'

/** A customer's single-use question that can be looked at, with its complaint as it is now. */
export type OpenedFeedback = {
  workspace: WorkspaceKey
  secretHash: string
  complaint: Complaint
  /** Of the event that asked. */
  version: number
  /** Whether an answer was given with it. */
  answered: boolean
  /** Of the desk. */
  timeZone: string
}

/** After it was closed; until then it is good. */
const DAYS_GOOD = 30
const DAY_MS = 86_400_000

/** @throws InputError `notFound`, the same for links that are malformed, foreign, expired, of a complaint that was erased, or followed by a newer question. */
export async function openedFeedback(backend: Backend, token: string): Promise<OpenedFeedback> {
  const found = await WorkspaceKey.ofHolder(backend, token)
  const link = found?.holder.kind === 'feedback' ? found.holder : undefined
  const { workspace, secretHash } = found ?? { workspace: WorkspaceKey.ofNobody(), secretHash: '' }
  const { complaintId, version } = link ?? { complaintId: 'none', version: 0 }
  // What can't be opened is looked for too, so that nobody tells by the time it takes.
  const [complaint, since] = await Promise.all([
    findComplaint(backend, workspace, complaintId),
    complaintEvents(backend, workspace, complaintId, version),
  ])
  // None is without a description but one whose customer was erased.
  const isErased = complaint?.description === ''
  if (
    !complaint ||
    isErased ||
    isExpired(complaint, backend.now()) ||
    since.some(({ action }) => action === 'ask_feedback')
  ) {
    throw new InputError('notFound', undefined)
  }
  const { calendar } = await getComplaintPolicy(backend, workspace)
  const answered = since.some(({ by }) => by.sub === CUSTOMER)
  return { workspace, secretHash, complaint, version, answered, timeZone: calendar.timeZone }
}

function isExpired({ state, closings }: Complaint, now: Date): boolean {
  const closedAt = closings[closings.length - 1]
  return state === 'closed' && closedAt !== undefined && now.getTime() - Date.parse(closedAt) > DAYS_GOOD * DAY_MS
}
