import type { InferOutput } from 'valibot'
import {
  array,
  boolean,
  check,
  integer,
  maxLength,
  minLength,
  number,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
} from 'valibot'
import { textsSchema } from './texts-schema.ts'

/** nps 0-10, csat 1-5 (or 7, or 10), ces 1-7 (higher is easier), one or several of the options, free text. */
const questionTypes = ['nps', 'csat', 'ces', 'single', 'multiple', 'text'] as const
export type QuestionType = (typeof questionTypes)[number]

/** Names that every object has would be found where nothing was answered. */
const shortId = pipe(
  string(),
  regex(/^[A-Za-z0-9_-]{1,40}$/, 'id'),
  check((id) => !(id in {}), 'otherId'),
)

/** Asked only where an earlier question was answered so: a number within limits, or one of some options. */
const showIfSchema = strictObject({
  question: shortId,
  atLeast: optional(pipe(number(), integer())),
  atMost: optional(pipe(number(), integer())),
  anyOf: optional(pipe(array(shortId), minLength(1), maxLength(50))),
})
export type ShowIf = InferOutput<typeof showIfSchema>

const optionSchema = strictObject({ id: optional(shortId), label: textsSchema })

/** A question as somebody asks for it: ids may be left to us. */
export const questionInputSchema = strictObject({
  id: optional(shortId),
  type: picklist(questionTypes),
  title: textsSchema,
  /** What it measures, such as service attitude; figures can be asked by it. */
  dimension: optional(textsSchema),
  required: optional(boolean(), false),
  /** Of satisfaction only: from 1 to how many; 5 where left out. */
  points: optional(picklist([5, 7, 10])),
  showIf: optional(showIfSchema),
  /** For single and multiple choice only. */
  options: optional(pipe(array(optionSchema), minLength(2), maxLength(50))),
})
export type QuestionInput = InferOutput<typeof questionInputSchema>

/** A question as kept. */
export const questionSchema = strictObject({
  ...questionInputSchema.entries,
  id: shortId,
  required: boolean(),
  options: optional(array(strictObject({ id: shortId, label: textsSchema }))),
})
export type Question = InferOutput<typeof questionSchema>

/** Lowest and highest answer of a question that is answered by a number; undefined for the others. */
export function scaleOf({
  type,
  points = 5,
}: Pick<Question, 'type' | 'points'>): readonly [number, number] | undefined {
  if (type === 'nps') return [0, 10]
  if (type === 'ces') return [1, 7]
  return type === 'csat' ? [1, points] : undefined
}
