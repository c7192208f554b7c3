import type { InferOutput } from 'valibot'
import {
  array,
  boolean,
  check,
  maxLength,
  minLength,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
} from 'valibot'
import { textsSchema } from './texts-schema.ts'

/** nps 0-10, csat 1-5, ces 1-7 (higher is easier), one or several of the options, free text. */
const questionTypes = ['nps', 'csat', 'ces', 'single', 'multiple', 'text'] as const
export type QuestionType = (typeof questionTypes)[number]

/** Names that every object has would be found where nothing was answered. */
const shortId = pipe(
  string(),
  regex(/^[A-Za-z0-9_-]{1,40}$/, 'id'),
  check((id) => !(id in {}), 'otherId'),
)

const optionSchema = strictObject({ id: optional(shortId), label: textsSchema })

/** A question as somebody asks for it: ids may be left to us. */
export const questionInputSchema = strictObject({
  id: optional(shortId),
  type: picklist(questionTypes),
  title: textsSchema,
  /** What it measures, such as service attitude; figures can be asked by it. */
  dimension: optional(textsSchema),
  required: optional(boolean(), false),
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

/** Lowest and highest answer of the types that are answered by a number. */
export const scales: Partial<Record<QuestionType, readonly [number, number]>> = {
  nps: [0, 10],
  csat: [1, 5],
  ces: [1, 7],
}
