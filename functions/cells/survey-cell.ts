import type { InferOutput } from 'valibot'
import { literal, number, object, optional, pipe, safeParse, string, transform, union } from 'valibot'
import { fieldError } from '../request/field-error.ts'
import { namedSurvey } from '../store/survey.ts'
import { type FiguresQuery, figuresQuerySchema } from '../survey/asked-days.ts'
import { type FigureRow, surveyFigures } from '../survey/survey-figures.ts'
import { type CellCall, type CellValue, wholeSchema } from './cell.ts'

const typedSchema = optional(pipe(union([string(), number()]), transform(String)))

/** `=TS_SURVEY(survey, metric, question, by, value, from, to)` as the add-on asks it; blank is the same as left out. */
export const surveyCellSchema = object({
  function: literal('SURVEY'),
  survey: pipe(union([string(), number()]), transform(String)),
  metric: typedSchema,
  question: typedSchema,
  by: typedSchema,
  value: typedSchema,
  from: typedSchema,
  to: typedSchema,
  table: wholeSchema,
})
type Asked = InferOutput<typeof surveyCellSchema>

/** The figure; with `by` and no `value`, and for SHARE, a table with a header. What can't be said is blank. */
export async function surveyCell(call: CellCall, asked: Asked): Promise<CellValue> {
  const { backend, workspace, messages, language } = call
  const query = checkedQuery(asked)
  const survey = namedSurvey(await call.surveys(), asked.survey)
  const { rows, ...whole } = await surveyFigures(backend, workspace, survey, query, language)
  if (!rows && !asked.table) return whole.figure ?? ''
  const { surveyForm: labels, limits } = messages
  return [
    [labels.value, labels.n, labels.figure, limits.low, limits.high],
    ...(rows ?? [{ ...whole, value: '' }]).map(cellsOf),
  ]
}

/** @throws InputError `fieldType`, `fieldFormat`. */
function checkedQuery({ metric, by, table: _, ...rest }: Asked): FiguresQuery {
  const named = { ...rest, metric: metric?.toUpperCase(), by: by?.toLowerCase() }
  const filled = Object.fromEntries(Object.entries(named).filter(([, value]) => value?.trim()))
  const result = safeParse(figuresQuerySchema, filled)
  if (!result.success) throw fieldError(result.issues)
  return result.output
}

function cellsOf({ value, n, figure, low, high }: FigureRow): (string | number)[] {
  return [value, n, figure ?? '', low ?? '', high ?? '']
}
