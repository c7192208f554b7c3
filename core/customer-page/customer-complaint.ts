import type { InferOutput } from 'valibot'
import { object, optional, picklist, string } from 'valibot'
import { type Complaint, complaintKinds, complaintStates, instantSchema, severities } from '../complaint/complaint.ts'
import { nextDueAt } from '../complaint/complaint-status.ts'

/** What a customer's page says of a complaint. */
export const customerComplaintSchema = object({
  id: string(),
  number: string(),
  kind: picklist(complaintKinds),
  state: picklist(complaintStates),
  severity: picklist(severities),
  receivedAt: instantSchema,
  /** The next deadline that runs. */
  dueAt: optional(instantSchema),
  /** Since when it is closed; not there once it was opened again. */
  closedAt: optional(instantSchema),
})
export type CustomerComplaint = InferOutput<typeof customerComplaintSchema>

/** A complaint's head in brief. */
export function customerComplaint(head: Complaint): CustomerComplaint {
  const { id, number, kind, state, severity, receivedAt, closings } = head
  const dueAt = nextDueAt(head)
  const closedAt = state === 'closed' ? closings[closings.length - 1] : undefined
  return { id, number, kind, state, severity, receivedAt, ...(dueAt && { dueAt }), ...(closedAt && { closedAt }) }
}
