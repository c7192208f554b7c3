import { folded } from '../folded.ts'

/** Whether a comment holds what somebody searches: every word of it, in any case and width. */
export function holdsWords(text: string, search: string): boolean {
  const words = folded(text)
  return folded(search)
    .split(/\s+/)
    .every((word) => words.includes(word))
}
