import type { InferOutput } from 'valibot'
import {
  check,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  nonEmpty,
  number,
  object,
  optional,
  picklist,
  pipe,
  safeParse,
  string,
  transform,
  trim,
} from 'valibot'
import { isIsoDay } from '../../../core/calendar/iso-day.ts'
import { complaintKinds, complaintStates, severities } from '../../../core/complaint/complaint.ts'
import { type ImportedPast, importedPast } from '../../../core/complaint/import/imported-events.ts'
import { InputError } from '../../../core/input-error.ts'
import { fieldError } from '../../request/field-error.ts'
import { digestOf } from '../../secrets.ts'

const label = pipe(string(), trim(), nonEmpty('notBlank'), maxLength(200))
const text = pipe(string(), trim(), nonEmpty('notBlank'), maxLength(10_000))
const when = pipe(
  string(),
  trim(),
  check(isDayOrTime, 'dayOrTime'),
  transform((told) => (told.length > 10 ? new Date(told).toISOString() : told)),
)

export const ROW_ID_LENGTH = 200
export const importIdSchema = pipe(string(), minLength(1), maxLength(ROW_ID_LENGTH))

/**
 * A complaint of another system. `id` is the row's own: a digest of its old number, or of what was said and a count among
 * equal rows. It alone is the row's identity.
 */
export const importRowSchema = object({
  id: importIdSchema,
  /** Its number in the other system. */
  reference: optional(label),
  customerId: optional(pipe(string(), trim(), nonEmpty('notBlank'), maxLength(100))),
  /** Of somebody who is not in the workspace. */
  customerName: optional(label),
  /** The customer's as it was then; that of the mirror where left out. */
  segment: optional(label),
  kind: optional(picklist(complaintKinds), 'complaint'),
  channel: optional(label, 'import'),
  category: optional(pipe(string(), trim(), maxLength(200)), ''),
  severity: optional(picklist(severities), 'normal'),
  description: text,
  wantedOutcome: optional(text),
  /** Days of the workspace's time zone, or times. */
  receivedAt: when,
  firstResponseAt: optional(when),
  resolvedAt: optional(when),
  closedAt: optional(when),
  /** How far it got; as its times say where left out. */
  state: optional(picklist(complaintStates)),
  owner: optional(label),
  rootCause: optional(label),
  correctiveAction: optional(text),
  compensation: optional(
    pipe(
      number(),
      minValue(0),
      maxValue(1e9),
      transform((amount) => Math.round(amount * 100) / 100),
    ),
  ),
  satisfaction: optional(pipe(number(), integer('wholeNumber'), minValue(1), maxValue(5))),
})
type ImportRow = InferOutput<typeof importRowSchema>

/** A row that can be stored, under the id that its complaint has. */
export type StorableRow = { complaintId: string; told: ImportRow; past: ImportedPast }

/** A row, or what is wrong with it. */
export type ReadRow = StorableRow | { error: InputError }

/** @param now Nothing can have happened later. */
export function readImportRow(row: unknown, timeZone: string, now: string): ReadRow {
  const checked = safeParse(importRowSchema, row, { abortEarly: true })
  try {
    if (!checked.success) throw fieldError(checked.issues, 'row')
    const told = checked.output
    return { complaintId: importedComplaintId(told.id), told, past: importedPast(told, timeZone, now) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { error }
  }
}

/** The id of the complaint that a row becomes: the same whenever it is sent. */
export function importedComplaintId(rowId: string): string {
  return digestOf(['imported complaint', rowId]).slice(0, 22)
}

function isDayOrTime(told: string): boolean {
  if (isIsoDay(told)) return true
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(told)
  return isTime && isIsoDay(told.slice(0, 10)) && !Number.isNaN(Date.parse(told))
}
