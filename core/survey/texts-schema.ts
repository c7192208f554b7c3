import type { InferOutput } from 'valibot'
import { check, maxLength, nonEmpty, optional, pipe, strictObject, string, trim, union } from 'valibot'

const wording = pipe(string(), trim(), nonEmpty('notBlank'), maxLength(500))

/** A text that customers read: one for all, or one a language. */
export const textsSchema = union([
  wording,
  pipe(
    strictObject({ en: optional(wording), 'zh-CN': optional(wording) }),
    check((texts) => Object.keys(texts).length > 0, 'someLanguage'),
  ),
])
export type Texts = InferOutput<typeof textsSchema>
