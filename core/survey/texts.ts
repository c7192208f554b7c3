import type { InferOutput } from 'valibot'
import { check, maxLength, nonEmpty, optional, pipe, strictObject, string, trim, union } from 'valibot'
import type { Language } from '../messages/messages.ts'

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

/** The text in a language, else in the one that it has. */
export function textIn(texts: Texts, language: Language): string {
  if (typeof texts === 'string') return texts
  return texts[language] ?? texts.en ?? texts['zh-CN'] ?? ''
}

/** Whether somebody who typed `name` meant this text, in any of its languages; case and outer blanks don't matter. */
export function textIs(texts: Texts | undefined, name: string): boolean {
  if (texts === undefined) return false
  const wanted = name.trim().toLowerCase()
  const all = typeof texts === 'string' ? [texts] : Object.values(texts)
  return all.some((text) => text?.trim().toLowerCase() === wanted)
}
