import type { InferOutput } from 'valibot'
import { array, boolean, maxValue, minValue, number, object, picklist, pipe } from 'valibot'
import { InputError } from '../input-error.ts'
import type { Act } from './acted-event.ts'
import type { Complaint, CustomerType } from './complaint.ts'

/** What has to be known before a complaint counts as resolved. */
export const flowNeeds = ['rootCause', 'correctiveAction'] as const

/** What happens around resolving, for one type of customer. */
const flowSchema = object({
  needs: array(picklist(flowNeeds)),
  /** Whether the customer is asked as soon as it is resolved. */
  asksFeedback: boolean(),
  /** It closes by itself so many days after it was resolved, if the customer says nothing; never where 0. */
  closesAfterDays: pipe(number(), minValue(0), maxValue(365)),
})

export const flowsSchema = object({ business: flowSchema, person: flowSchema })
export type ComplaintFlows = InferOutput<typeof flowsSchema>

/** Both are asked; what they leave unanswered closes after two weeks, or one. */
export const defaultFlows: ComplaintFlows = {
  business: { needs: [], asksFeedback: true, closesAfterDays: 14 },
  person: { needs: [], asksFeedback: true, closesAfterDays: 7 },
}

/** The flow of a complaint. What only praises or asks needs no cause, and nobody is asked whether it is solved. */
export function flowOf(flows: ComplaintFlows, { kind, customerType }: { kind: string; customerType: CustomerType }) {
  const flow = flows[customerType]
  return kind === 'complaint' ? flow : { ...flow, needs: [], asksFeedback: false }
}

/** @throws InputError `complaintNeeds` if something is resolved before what its flow needs is known. */
export function checkFlow(flows: ComplaintFlows, complaint: Complaint, act: Act): void {
  if (act.action !== 'resolve') return
  const missing = flowOf(flows, complaint).needs.filter((need) => (act[need] ?? complaint[need]) === undefined)
  if (missing.length) throw new InputError('complaintNeeds', { missing })
}
