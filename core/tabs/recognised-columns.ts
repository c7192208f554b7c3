import { fold } from '../headers.ts'
import { en } from '../messages/en.ts'
import { zhCN } from '../messages/zh-cn.ts'
import { bestColumns } from './best-columns.ts'
import { headerWords } from './header-words.ts'
import { fieldsOf, type TabField, type TabKind } from './tab-fields.ts'

/**
 * Which column of a tab holds which field, by its headers in English, Chinese or as a CRM exports them.
 *
 * A field's own header wins over its synonyms, an earlier synonym over a later one, and a column holds one field:
 * the best match of all goes first, so that "Owner" is not lost to a field that also knows the word.
 * Case, width, spaces, hyphens, dots and units in brackets do not count.
 *
 * @param header The header row, left to right.
 * @returns Positions from 0 of the fields found.
 */
export function recognisedColumns<K extends TabKind>(
  header: readonly string[],
  kind: K,
): Partial<Record<TabField<K>, number>> {
  const words = Object.fromEntries(fieldsOf(kind).map((field) => [field, wordsFor(kind, field)]))
  return bestColumns(header.map(plain), words as Record<TabField<K>, string[]>)
}

const known = new Map<string, string[]>()

/** What a field's column may be called, best first. */
function wordsFor(kind: TabKind, field: string): string[] {
  const key = `${kind}.${field}`
  const before = known.get(key)
  if (before) return before
  const own = [en, zhCN].map(({ tabs }) => (tabs[kind].headers as Record<string, string>)[field] as string)
  const more = (headerWords[kind] as Record<string, readonly string[]> | undefined)?.[field] ?? []
  const words = [...new Set([...own, ...more].map(plain))]
  known.set(key, words)
  return words
}

/** A header without what does not count, nor a unit in brackets at its end, as in `Amount (USD)`. */
function plain(header: string): string {
  return fold(header.normalize('NFKC').replace(/[([][^([)\]]*[)\]]\s*$/, ''))
}
