import type { CustomerKey } from '../../customer-file/customer-finder.ts'
import type { DayOrder } from '../../orders/day-order.ts'
import type { NamedColumns } from '../../tabs/remembered-columns.ts'
import type { ComplaintKind } from '../complaint.ts'
import { timeParts } from './complaint-times.ts'

/** What a column of complaints may hold. `reference` is the number in the old system. */
export const complaintParts = [
  ...timeParts,
  'reference',
  'status',
  'customer',
  'customerName',
  'segment',
  'kind',
  'channel',
  'category',
  'severity',
  'description',
  'wantedOutcome',
  'owner',
  'rootCause',
  'correctiveAction',
  'compensation',
  'satisfaction',
] as const
export type ComplaintPart = (typeof complaintParts)[number]

/** The parts whose words stand for one of a few things. */
export const wordParts = ['status', 'kind', 'severity'] as const
export type WordPart = (typeof wordParts)[number]

/** Which column holds what, positions from 0; what is not there has no column. */
export type ComplaintColumns = Partial<Record<ComplaintPart, number>>

/** How the rows of a tab are read as complaints. */
export type ComplaintPlan = {
  at: ComplaintColumns
  by: CustomerKey
  /** What they are and how they came, where no column says so. */
  kind: ComplaintKind
  channel: string
  /** How a person chose to read dates such as 03/04/2024, in all columns. */
  order?: DayOrder
  /** What a person said that words stand for, by part and folded word. */
  meant: Partial<Record<WordPart, Record<string, string>>>
}

/** A plan as a tab remembers it, its columns by their headers. */
export type KeptComplaintPlan = Omit<ComplaintPlan, 'at'> & { columns: NamedColumns<ComplaintPart> }
