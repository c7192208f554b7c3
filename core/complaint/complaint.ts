import type { InferOutput } from 'valibot'
import {
  array,
  boolean,
  isoTimestamp,
  maxValue,
  minValue,
  number,
  object,
  optional,
  picklist,
  pipe,
  string,
} from 'valibot'

export const complaintStates = [
  'received',
  'acknowledged',
  'in_progress',
  'waiting',
  'resolved',
  'feedback',
  'closed',
  'reopened',
] as const
export type ComplaintState = (typeof complaintStates)[number]

/** Everything the desk takes in. Only complaints enter figures. */
export const complaintKinds = ['complaint', 'enquiry', 'suggestion', 'praise'] as const
export type ComplaintKind = (typeof complaintKinds)[number]

/** Lowest first. */
export const severities = ['low', 'normal', 'high', 'critical'] as const
export type Severity = (typeof severities)[number]

/** An instant as ISO 8601 in UTC with milliseconds: text order is time order. */
export const instantSchema = pipe(string(), isoTimestamp())
export type Instant = InferOutput<typeof instantSchema>

/**
 * Time against a target, in business minutes.
 *
 * Running: `since`, `warnAt` and `dueAt` are there. Paused or stopped: they are not.
 * All instants were fixed when it last started, so a later change of policy or calendar leaves them alone.
 */
export const clockSchema = object({
  targetMinutes: number(),
  /** Counted up to the last stop. */
  usedMinutes: number(),
  since: optional(instantSchema),
  warnAt: optional(instantSchema),
  dueAt: optional(instantSchema),
  /** When the target ran out, known from the first stop after it. */
  missedAt: optional(instantSchema),
})
export type Clock = InferOutput<typeof clockSchema>

/** The customer as the mirror had it at intake; it stays so. */
export const complaintCustomerSchema = object({
  id: string(),
  name: string(),
  tier: string(),
  owner: string(),
  segment: string(),
})
export type ComplaintCustomer = InferOutput<typeof complaintCustomerSchema>

/** The customer's satisfaction with the handling, 1 to 5. */
export const satisfactionSchema = pipe(number(), minValue(1), maxValue(5))

const resolutionSchema = object({
  at: instantSchema,
  /** Business minutes from reception, without the time spent waiting for the customer. */
  minutes: number(),
  onTime: boolean(),
})

/** The head: what the events of one complaint add up to. */
export const complaintSchema = object({
  id: string(),
  number: string(),
  version: number(),
  state: picklist(complaintStates),
  kind: picklist(complaintKinds),
  channel: string(),
  category: string(),
  severity: picklist(severities),
  description: string(),
  wantedOutcome: optional(string()),
  customer: complaintCustomerSchema,
  /** Who handles it: first the customer's owner, then whoever it is assigned to. */
  owner: string(),
  rootCause: optional(string()),
  correctiveAction: optional(string()),
  receivedAt: instantSchema,
  updatedAt: instantSchema,
  respondedAt: optional(instantSchema),
  response: clockSchema,
  resolution: clockSchema,
  /** Every time that it was resolved, reopened, closed; oldest first. */
  resolutions: array(resolutionSchema),
  reopenings: array(instantSchema),
  closings: array(instantSchema),
  compensations: array(object({ at: instantSchema, amount: number() })),
  ratings: array(object({ at: instantSchema, score: satisfactionSchema })),
})
export type Complaint = InferOutput<typeof complaintSchema>
