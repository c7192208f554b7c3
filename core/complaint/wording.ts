import type { InferOutput } from 'valibot'
import { array, maxLength, nonEmpty, object, optional, pipe, string } from 'valibot'

const textSchema = pipe(string(), maxLength(4000))
const textsSchema = object({ en: optional(textSchema), 'zh-CN': optional(textSchema) })
const nameSchema = pipe(string(), nonEmpty('notBlank'), maxLength(200))

/** What the desk says and chooses from; where a text is left out, the one of the tables is said. */
export const wordingSchema = object({
  /** Thanks for having told us; `{number}`, `{name}` and `{due}` are filled in. */
  acknowledgement: optional(textsSchema, {}),
  /** The question whether it is solved; `{number}`, `{name}` and `{link}` are filled in. */
  feedback: optional(textsSchema, {}),
  replies: optional(pipe(array(object({ title: nameSchema, text: textSchema })), maxLength(100)), []),
  categories: optional(pipe(array(nameSchema), maxLength(200)), []),
  rootCauses: optional(pipe(array(nameSchema), maxLength(200)), []),
})
export type Wording = InferOutput<typeof wordingSchema>

export const defaultWording: Wording = {
  acknowledgement: {},
  feedback: {},
  replies: [],
  categories: [],
  rootCauses: [],
}
