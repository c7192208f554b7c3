import type { InferOutput } from 'valibot'
import { array, boolean, literal, number, object, optional, picklist, string, variant } from 'valibot'
import {
  clockNames,
  clockSchema,
  complaintCustomerSchema,
  complaintKinds,
  contactSchema,
  customerTypes,
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
  /** The person who did it, the desk's own clock, or the customer. */
  by: object({ sub: string(), name: string() }),
  /** When it was written down, if it was imported: `at` is then when it really happened. */
  importedAt: optional(instantSchema),
  /** Clocks that the event started, stopped or set anew, whole: folding needs no policy and no calendar. */
  response: optional(clockSchema),
  update: optional(clockSchema),
  resolution: optional(clockSchema),
  /** When it closes by itself from now on. */
  closesAt: optional(instantSchema),
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
  links: optional(array(string())),
  reference: optional(string()),
  customer: complaintCustomerSchema,
  customerType: optional(picklist(customerTypes), 'business'),
  contact: optional(contactSchema),
  /** Who it was given to; the customer's owner where absent. */
  owner: optional(string()),
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
  /** What the customer says, asked whether it is solved, where that moves nothing: it was closed or opened again meanwhile. */
  solved: optional(boolean()),
  owner: optional(string()),
  severity: optional(picklist(severities)),
  kind: optional(picklist(complaintKinds)),
  category: optional(string()),
  /** Whom it turned out to be of. */
  customer: optional(complaintCustomerSchema),
  contact: optional(contactSchema),
  /** What an escalation tells: which clock, its step (0 the warning, 1 the breach, then the levels), when that was due, and whom. */
  escalation: optional(
    object({ clock: picklist(clockNames), step: number(), dueAt: instantSchema, to: array(string()) }),
  ),
})

/** One thing that happened to a complaint; written once, never changed. */
export const complaintEventSchema = variant('action', [receivedSchema, actedSchema])

export type Received = InferOutput<typeof receivedSchema>
export type Acted = InferOutput<typeof actedSchema>
export type ComplaintEvent = Received | Acted
/** Who did something. */
export type Actor = Acted['by']

/** The desk itself, when its time has come; and the customer, by a link of their own. */
export const DESK: Actor = { sub: 'desk', name: '' }
export const CUSTOMER = 'customer'

/** Whoever writes by the public form: they say who they are, and nobody checks it. */
export const PUBLIC_FORM = 'public form'

/** Whether an event is only the passing of time, which no edit has to know of. */
export function isEscalation(event: ComplaintEvent): boolean {
  return event.action === 'escalate'
}
