import type { InferOutput } from 'valibot'
import { literal, number, object, optional, picklist, string, variant } from 'valibot'
import {
  clockSchema,
  complaintCustomerSchema,
  complaintKinds,
  instantSchema,
  satisfactionSchema,
  severities,
} from './complaint.ts'
import { complaintActions } from './complaint-moves.ts'

const happened = {
  /** From 1, without gaps. */
  version: number(),
  /** Never runs backwards along versions. */
  at: instantSchema,
  /** The person who did it. */
  by: object({ sub: string(), name: string() }),
  /** Clocks that the event started, stopped or set anew, whole: folding needs no policy and no calendar. */
  response: optional(clockSchema),
  resolution: optional(clockSchema),
}

const receivedSchema = object({
  ...happened,
  action: literal('receive'),
  id: string(),
  number: string(),
  kind: picklist(complaintKinds),
  channel: string(),
  category: string(),
  severity: picklist(severities),
  description: string(),
  wantedOutcome: optional(string()),
  customer: complaintCustomerSchema,
  /** When the customer spoke; `at` is when it was entered. */
  receivedAt: instantSchema,
  response: clockSchema,
  resolution: clockSchema,
})

const actedSchema = object({
  ...happened,
  action: picklist(complaintActions),
  text: optional(string()),
  /** Cost of what the customer was given, in the workspace's currency, to the cent. */
  compensation: optional(number()),
  rootCause: optional(string()),
  correctiveAction: optional(string()),
  satisfaction: optional(satisfactionSchema),
  owner: optional(string()),
  severity: optional(picklist(severities)),
})

/** One thing that happened to a complaint; written once, never changed. */
export const complaintEventSchema = variant('action', [receivedSchema, actedSchema])

export type Received = InferOutput<typeof receivedSchema>
export type Acted = InferOutput<typeof actedSchema>
export type ComplaintEvent = Received | Acted
/** Who did something. */
export type Actor = Acted['by']
