import type { CustomerKey } from '../../customer-file/customer-finder.ts'
import type { DayOrder } from '../../orders/day-order.ts'
import type { NamedColumns } from '../../tabs/remembered-columns.ts'

/** What a row may say of its customer as they were when they answered. */
export const answerFacts = ['tier', 'owner', 'segment'] as const
export type AnswerFact = (typeof answerFacts)[number]

/** What a column of answers may hold, beside a question's answers. */
export type RowPart = 'date' | 'customer' | 'channel' | AnswerFact

/** What a column holds: a part of the row, or the answers to a question, `question:nps`. */
export type AnswerTarget = RowPart | `question:${string}`

/** Which column holds what, positions from 0; what is not there has no column. */
export type AnswerColumns = Partial<Record<AnswerTarget, number>>

/** How the rows of a tab are read as answers. */
export type AnswerPlan = {
  at: AnswerColumns
  by: CustomerKey
  /** How the answers came where no column says so. */
  channel: string
  /** How a person chose to read dates such as 03/04/2024. */
  order?: DayOrder
}

/** A plan as a tab remembers it, its columns by their headers. */
export type KeptPlan = Omit<AnswerPlan, 'at'> & { columns: NamedColumns<AnswerTarget> }

/** The target of a question's answers. */
export function questionTarget(id: string): AnswerTarget {
  return `question:${id}`
}
