import type { Language } from '../messages/messages.ts'
import type { Texts } from './texts-schema.ts'

/** The text in a language, else in the one that it has. */
export function textIn(texts: Texts, language: Language): string {
  if (typeof texts === 'string') return texts
  return texts[language] ?? texts.en ?? texts['zh-CN'] ?? ''
}

/** Whether somebody who typed `name` meant this text, in any of its languages; case and outer blanks don't matter. */
export function textIs(texts: Texts | undefined, name: string): boolean {
  if (texts === undefined) return false
  const wanted = name.trim().toLowerCase()
  return wordings(texts).some((text) => text.trim().toLowerCase() === wanted)
}

/** A text in all the languages that it has. */
export function wordings(texts: Texts): string[] {
  return typeof texts === 'string' ? [texts] : Object.values(texts).filter((text) => text !== undefined)
}
