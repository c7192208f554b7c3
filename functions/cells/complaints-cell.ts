import type { InferOutput } from 'valibot'
import { literal, number, object, optional, pipe, string, transform, union } from 'valibot'
import { checkedQuestion } from '../../core/complaint/checked-question.ts'
import { storedComplaintFigures } from '../store/complaint-figures.ts'
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

/** The figure; with `by` and no `value` a table of value, n, figure under a header. */
export async function complaintsCell(
  { backend, workspace, messages }: CellCall,
  asked: InferOutput<typeof complaintsQuerySchema>,
): Promise<CellValue> {
  const question = checkedQuestion(asked)
  const rows = await storedComplaintFigures(backend, workspace, question, backend.now().toISOString())
  if (!asked.table && (question.by === undefined || question.value !== undefined)) return rows[0]?.figure ?? ''
  const header = [messages.surveyForm.value, messages.surveyForm.n, messages.surveyForm.figure]
  return [header, ...rows.map(({ value, n, figure }) => [value, n, figure ?? ''])]
}
