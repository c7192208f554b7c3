import type { PlainCell } from '../../customer-file/customer-table.ts'
import { fold } from '../../headers.ts'
import { type ComplaintPlan, type WordPart, wordParts } from './complaint-plan.ts'
import { wordMeaning } from './complaint-words.ts'

/** A word that a person has to explain, and how many rows have it. */
export type UnknownWord = { part: WordPart; word: string; text: string; rows: number }

/** The words of status, kind and severity that nobody knows by themselves, the most frequent first within their part. */
export function unknownWords(
  rows: readonly (readonly PlainCell[])[],
  { at }: Pick<ComplaintPlan, 'at'>,
): UnknownWord[] {
  return wordParts.flatMap((part) => {
    const found = new Map<string, UnknownWord>()
    for (const cells of at[part] === undefined ? [] : rows) {
      const text = String(cells[at[part] as number] ?? '').trim()
      const word = fold(text)
      if (word === '' || wordMeaning(part, text) !== undefined) continue
      const before = found.get(word)
      if (before) before.rows++
      else found.set(word, { part, word, text, rows: 1 })
    }
    return [...found.values()].sort((a, b) => b.rows - a.rows)
  })
}
