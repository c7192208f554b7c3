import {
  check,
  integer,
  isoTimestamp,
  maxLength,
  maxValue,
  minValue,
  nonEmpty,
  number,
  object,
  optional,
  picklist,
  pipe,
  string,
  transform,
  trim,
} from 'valibot'
import { complaintKinds, severities } from '../../core/complaint/complaint.ts'
import { complaintActions } from '../../core/complaint/complaint-moves.ts'
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
  transform((time) => new Date(time).toISOString()),
)
const moneySchema = pipe(number(), minValue(0), maxValue(1e9), check(isToTheCent, 'money'))

export const intakeBody = object({
  customerId: customerIdSchema,
  kind: optional(picklist(complaintKinds), 'complaint'),
  channel: labelSchema,
  category: optional(pipe(string(), trim(), maxLength(200)), ''),
  severity: optional(picklist(severities), 'normal'),
  description: textSchema,
  wantedOutcome: optional(blankableTextSchema),
  receivedAt: optional(timeSchema),
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
})

function unlessBlank(text: string): string | undefined {
  return text || undefined
}

function isToTheCent(amount: number): boolean {
  return Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6
}
