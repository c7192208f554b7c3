import type { InferOutput } from 'valibot'
import { array, object, optional, picklist } from 'valibot'
import { type Complaint, complaintSchema, instantSchema } from '../../core/complaint/complaint.ts'
import { allowedActions, complaintActions } from '../../core/complaint/complaint-moves.ts'
import {
  clockStatus,
  clockStatuses,
  complaintStatus,
  complaintStatuses,
  nextDueAt,
} from '../../core/complaint/complaint-status.ts'

/** A complaint as the API tells it: the head, how it stands at a moment, and what may be done next. */
export const complaintReplySchema = object({
  ...complaintSchema.entries,
  status: picklist(complaintStatuses),
  responseStatus: picklist(clockStatuses),
  resolutionStatus: picklist(clockStatuses),
  dueAt: optional(instantSchema),
  actions: array(picklist(complaintActions)),
})

export function complaintReply(complaint: Complaint, now: string): InferOutput<typeof complaintReplySchema> {
  const { response, resolution, state } = complaint
  const dueAt = nextDueAt(complaint)
  return {
    ...complaint,
    status: complaintStatus(complaint, now),
    responseStatus: clockStatus(response, now),
    resolutionStatus: clockStatus(resolution, now, state === 'waiting'),
    ...(dueAt && { dueAt }),
    actions: allowedActions(state),
  }
}
