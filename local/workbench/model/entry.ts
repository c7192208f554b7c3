import type { ICellData } from '@univerjs/core'
import type { Cell } from '../workbook.ts'
import { dateFormat } from './results.ts'
import type { UniverParts } from './univer-parts.ts'

/** Takes all away that a cell holds, but for its looks and its note. */
export const blank: ICellData = { v: null, t: null, f: null, si: null, p: null }
const looksLikeNumber = /^\s*[-+(.$¥€£￥\d]/
const looksLikeBoolean = /^(true|false)$/i

/**
 * What a plain cell stores when a script sets a value, read as Sheets reads typed text: `=` begins a formula, `'` keeps what
 * follows as text, `12 %`, `2024-03-01` and `TRUE` become what they say. In a text cell (`@`) text stays text.
 *
 * @param pattern The cell's number format, asked for only where it matters.
 */
export function entry(value: Cell, pattern: () => string, parts: UniverParts): ICellData {
  if (value === '') return { v: null, t: null }
  if (typeof value === 'number') return { v: value, t: 2 }
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: 3 }
  if (typeof value === 'string') return textEntry(value, pattern, parts)
  if ('error' in value) return { v: value.error, t: 1 }
  return withFormat(value.date, dateFormat(value.date), pattern, parts)
}

function textEntry(text: string, pattern: () => string, parts: UniverParts): ICellData {
  if (text.length > 1 && text.startsWith('=') && !isText(pattern(), parts)) return { v: null, t: null, f: text }
  if (text.startsWith("'")) return { v: text.slice(1), t: 4 }
  if (looksLikeBoolean.test(text) && !isText(pattern(), parts)) return { v: /^t/i.test(text) ? 1 : 0, t: 3 }
  if (!looksLikeNumber.test(text) || isText(pattern(), parts)) return { v: text, t: 1 }
  const parsed = parts.core.numfmt.parseValue(text.trim())
  if (typeof parsed?.v !== 'number') return { v: text, t: 1 }
  return parsed.z && parsed.z !== 'General'
    ? withFormat(parsed.v, sheetsFormat(parsed.v, parsed.z, parts), pattern, parts)
    : { v: parsed.v, t: 2 }
}

/** A number that brings a format, unless the cell has one that suits. */
function withFormat(value: number, format: string, pattern: () => string, parts: UniverParts): ICellData {
  const own = pattern()
  const { isDateFormat } = parts.core.numfmt
  const keep = own && own !== 'General' && (isDateFormat(own) || !isDateFormat(format))
  return { v: value, t: 2, ...(keep ? {} : { s: { n: { pattern: format } } }) }
}

function sheetsFormat(value: number, format: string, parts: UniverParts) {
  return parts.core.numfmt.isDateFormat(format) && value >= 1 ? dateFormat(value) : format
}

function isText(pattern: string, parts: UniverParts) {
  return parts.core.isTextFormat(pattern)
}
