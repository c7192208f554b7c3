import type { Act as CoreAct } from '../../core/complaint/acted-event.ts'
import type { Complaint } from '../../core/complaint/complaint.ts'
import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts'
import type { ComplaintAction } from '../../core/complaint/complaint-moves.ts'
import type { ClockStatus } from '../../core/complaint/complaint-status.ts'
import { Refusal } from '../refusal.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'

/** A complaint as the backend tells it, with how its clocks stand; instants are ISO 8601 in UTC. */
export type ToldComplaint = Complaint & { responseStatus: ClockStatus; resolutionStatus: ClockStatus; dueAt?: string }

/** An e-mail that was written because of it; `{link}` in the text stands for the address where the customer answers. */
export type ComplaintMessage = {
  kind: 'escalation' | 'acknowledgement' | 'reply' | 'feedback'
  to: string
  subject: string
  text: string
  state: 'waiting' | 'sending' | 'sent' | 'refused' | 'unsure' | 'off'
  createdAt: string
}

/** One complaint with all that happened, oldest first, and the steps that it and the person's rights allow. */
export type OneComplaint = ToldComplaint & {
  /** When it was read. */
  asOf: string
  actions: ComplaintAction[]
  history: ComplaintEvent[]
  messages: ComplaintMessage[]
  /** Where the customer says whether it is solved, while they are asked. */
  feedbackLink?: string
}

/** A step with what it carries; a customer by id. */
export type Act = Omit<CoreAct, 'customer'> & { expectedVersion: number; customerId?: string | undefined }

/** One complaint, whole. */
export function complaint(id: string): OneComplaint {
  return callApi({ method: 'get', path: path(id) })
}

/**
 * Moves a complaint on, or adds to it.
 *
 * @returns The complaint after it; or as `stale` what others changed since the version that the person saw, nothing done.
 */
export function actOnComplaint(id: string, act: Act, operationId: string): ToldComplaint | { stale: ComplaintEvent[] } {
  try {
    return callApi<ToldComplaint>({ method: 'post', path: `${path(id)}/actions`, body: act, operationId })
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'complaintStale') throw error
    return { stale: (error.details as { changes: ComplaintEvent[] }).changes }
  }
}

function path(id: string): string {
  return `/v1/workspaces/${requiredConnection().workspaceId}/complaints/${id}`
}
