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
 * Running: `since`, `warnAt`, `dueAt` and `levelsAt` are there. Paused or stopped: they are not.
 * All instants were fixed when it last started, so a later change of policy or calendar leaves them alone.
 */
export const clockSchema = object({
  targetMinutes: number(),
  /** Counted up to the last stop. */
  usedMinutes: number(),
  since: optional(instantSchema),
  warnAt: optional(instantSchema),
  dueAt: optional(instantSchema),
  /** When each level above the breach is told, in order. */
  levelsAt: optional(array(instantSchema)),
  /** Minutes used after which the levels count, where it was reopened late; its target where absent. */
  levelsFrom: optional(number()),
  /** How many of warning, breach and levels were told; none where absent. */
  raised: optional(number()),
  /** When the target ran out, known from the first stop after it. */
  missedAt: optional(instantSchema),
})
export type Clock = InferOutput<typeof clockSchema>

/** Which of the clocks: the first response, the next word to the customer after it, and the resolution. */
export const clockNames = ['response', 'update', 'resolution'] as const
export type ClockName = (typeof clockNames)[number]

/** A firm and a person are served by flows of their own. */
export const customerTypes = ['business', 'person'] as const
export type CustomerType = (typeof customerTypes)[number]

/** How somebody can be reached; what a public form was told, or the desk. */
export const contactSchema = object({
  name: optional(string()),
  email: optional(string()),
  phone: optional(string()),
  language: optional(picklist(['en', 'zh-CN'])),
})
export type Contact = InferOutput<typeof contactSchema>

/** The customer as the mirror had it at intake, or when it was identified; it stays so. */
export const complaintCustomerSchema = object({
  /** Blank for somebody who is not in the customer file. */
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
  /** Addresses of pictures and papers. */
  links: optional(array(string())),
  /** What it was called where it came from: an older desk's number, a survey's answer. */
  reference: optional(string()),
  customer: complaintCustomerSchema,
  customerType: optional(picklist(customerTypes), 'business'),
  contact: optional(contactSchema),
  /** Who handles it: first the customer's owner, then whoever it is assigned to. */
  owner: string(),
  rootCause: optional(string()),
  correctiveAction: optional(string()),
  receivedAt: instantSchema,
  updatedAt: instantSchema,
  respondedAt: optional(instantSchema),
  response: clockSchema,
  /** Not there until the first answer, and where the policy sets no target for it. */
  update: optional(clockSchema),
  resolution: clockSchema,
  /** Every time that the next word to the customer came too late. */
  updatesMissed: optional(array(instantSchema), []),
  /** When it closes by itself if the customer says nothing more. */
  closesAt: optional(instantSchema),
  /** Every time that it was resolved, reopened, closed; oldest first. */
  resolutions: array(resolutionSchema),
  reopenings: array(instantSchema),
  closings: array(instantSchema),
  compensations: array(object({ at: instantSchema, amount: number() })),
  ratings: array(object({ at: instantSchema, score: satisfactionSchema })),
})
export type Complaint = InferOutput<typeof complaintSchema>
