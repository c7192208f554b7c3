import {
  array,
  check,
  email,
  integer,
  isoTimestamp,
  literal,
  maxLength,
  maxValue,
  minValue,
  nonEmpty,
  number,
  object,
  optional,
  picklist,
  pipe,
  regex,
  string,
  transform,
  trim,
  undefined_,
  union,
  url,
} from 'valibot'
import { complaintKinds, customerTypes, severities } from '../../core/complaint/complaint.ts'
import { complaintActions } from '../../core/complaint/complaint-moves.ts'
import { languages } from '../../core/messages/messages.ts'
import { customerIdSchema } from './customers.ts'
import { labelSchema } from './parameters.ts'

const TEXT_LENGTH = 10_000

const textSchema = pipe(string(), trim(), nonEmpty('notBlank'), maxLength(TEXT_LENGTH))

/** What forms send blank is the same as left out. */
const blankableTextSchema = pipe(string(), trim(), maxLength(TEXT_LENGTH), transform(unlessBlank))
const blankableLabelSchema = pipe(string(), trim(), maxLength(200), transform(unlessBlank))

const timeSchema = pipe(
  string(),
  isoTimestamp('time'),
  check(isInstant, 'time'),
  transform((time) => new Date(time).toISOString()),
)
const moneySchema = pipe(number(), minValue(0), maxValue(1e9), check(isToTheCent, 'money'))

const linksSchema = pipe(
  array(pipe(string(), trim(), url('address'), regex(/^https:\/\//, 'address'), maxLength(2000))),
  maxLength(20),
)
const contactBody = object({
  name: optional(blankableLabelSchema),
  email: optional(pipe(blankableLabelSchema, union([undefined_(), pipe(string(), email('email'))]))),
  phone: optional(blankableLabelSchema),
  language: optional(picklist(languages)),
})

export const intakeBody = object({
  /** Blank or left out for somebody who is not in the customer file. */
  customerId: optional(union([literal(''), customerIdSchema])),
  customerType: optional(picklist(customerTypes), 'business'),
  contact: optional(contactBody),
  kind: optional(picklist(complaintKinds), 'complaint'),
  channel: labelSchema,
  category: optional(pipe(string(), trim(), maxLength(200)), ''),
  severity: optional(picklist(severities), 'normal'),
  description: textSchema,
  wantedOutcome: optional(blankableTextSchema),
  receivedAt: optional(timeSchema),
  links: optional(linksSchema),
  reference: optional(blankableLabelSchema),
  /** Who is to handle it; the routing says so where it is left out. */
  owner: optional(blankableLabelSchema),
})

export const actBody = object({
  action: picklist(complaintActions),
  expectedVersion: pipe(number(), integer('wholeNumber'), minValue(1)),
  text: optional(blankableTextSchema),
  compensation: optional(moneySchema),
  rootCause: optional(blankableLabelSchema),
  correctiveAction: optional(blankableTextSchema),
  satisfaction: optional(pipe(number(), integer('wholeNumber'), minValue(1), maxValue(5))),
  owner: optional(blankableLabelSchema),
  severity: optional(picklist(severities)),
  kind: optional(picklist(complaintKinds)),
  category: optional(blankableLabelSchema),
  customerId: optional(customerIdSchema),
  contact: optional(contactBody),
})

/** Of this century: figures look through the months since the first complaint. */
function isInstant(time: string): boolean {
  return Date.parse(time) >= Date.UTC(2000, 0)
}

function unlessBlank(text: string): string | undefined {
  return text || undefined
}

function isToTheCent(amount: number): boolean {
  return Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6
}
