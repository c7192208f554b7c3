import type { InferOutput } from 'valibot'
import { literal, number, object, optional, pipe, string, transform, union } from 'valibot'
import { checkedQuestion } from '../../core/complaint/checked-question.ts'
import type { ComplaintQuestion } from '../../core/complaint/complaint-figures.ts'
import { type CellCall, type CellValue, wholeSchema } from './cell.ts'

const typedSchema = optional(pipe(union([string(), number()]), transform(String)))

/** `=TS_COMPLAINTS(metric, by, value, from, to)` as the add-on asks it; blank is the same as left out. */
export const complaintsQuerySchema = object({
  function: literal('COMPLAINTS'),
  metric: typedSchema,
  by: typedSchema,
  value: typedSchema,
  from: typedSchema,
  to: typedSchema,
  table: wholeSchema,
})
type ComplaintsQuery = InferOutput<typeof complaintsQuerySchema>

/** The questions that can be asked among a request's queries; of the others each cell says what is wrong. */
export function complaintQuestions(queries: readonly { function: string }[]): ComplaintQuestion[] {
  const asked = queries.filter((query): query is ComplaintsQuery => query.function === 'COMPLAINTS')
  return asked.flatMap((query) => {
    try {
      return checkedQuestion(query)
    } catch {
      return []
    }
  })
}

/** The figure; with `by` and no `value` a table of value, n, figure under a header. */
export async function complaintsCell({ complaints, messages }: CellCall, asked: ComplaintsQuery): Promise<CellValue> {
  const question = checkedQuestion(asked)
  const rows = (await complaints())(question)
  if (!asked.table && (question.by === undefined || question.value !== undefined)) return rows[0]?.figure ?? ''
  const header = [messages.surveyForm.value, messages.surveyForm.n, messages.surveyForm.figure]
  return [header, ...rows.map(({ value, n, figure }) => [value, n, figure ?? ''])]
}
