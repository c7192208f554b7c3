/** A phone number without its writing: `national` has no trunk 0; `country` is '' where the text names none. */
export type PhoneKey = { national: string; country: string }

/** What separates two numbers in one cell, and what notes a number as in `tel: 020 …`. */
const BETWEEN = /[;,、|\n]|(?<=(?:\d\D*){7})\/(?=\D*(?:\d\D*){7})|\bor\b|或/
const NUMBER = /^[^\d+(]*([+(\s]*\d[\d\s().\-/·]*)(.*)$/s
const EXTENSION = /^\s*(?:ext(?:ension)?\.?|x|#|转|轉|分机|分機|内线|內線)\s*[.:]?\s*(\d{1,6})/
/** 010-65521234-802: area, number, extension. */
const LANDLINE_WITH_EXTENSION = /^(\(?0\d{2,3}\)?[\s-]*\d{7,8})\s*-\s*(\d{1,5})$/
const SHORTEST = 6
const LONGEST = 14
/** Of a longer text, only so many characters are looked through. */
const LONGEST_TEXT = 500

/** The calling codes of two digits; 1 and 7 have one, all others three. */
const TWO_DIGITS = new Set(
  '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  ),
)

/**
 * What a phone number comes down to, however it is written: with +, 00 or without a country, with a trunk 0, brackets,
 * full width, an extension or a note beside it. Of several numbers in one cell the first counts.
 *
 * @returns undefined where the text holds no number of 6 to 14 digits, or one that only fills a field (00000000).
 */
export function phoneKey(text: string): PhoneKey | undefined {
  for (const part of text
    .slice(0, LONGEST_TEXT)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .split(BETWEEN)) {
    const key = keyOf(part)
    if (key) return key
  }
  return undefined
}

function keyOf(part: string): PhoneKey | undefined {
  const found = NUMBER.exec(part)
  if (!found) return undefined
  const [, run = '', rest = ''] = found
  const landline = LANDLINE_WITH_EXTENSION.exec(run.trim())
  const written = landline?.[1] ?? run.trim()
  const extension = landline?.[2] ?? EXTENSION.exec(rest)?.[1]
  const { country, number } = withoutCountry(written)
  const national = number.replace(/^0/, '')
  const isReal = national.length >= SHORTEST && national.length <= LONGEST && !isFiller(national)
  return isReal ? { national: extension ? `${national}x${extension}` : national, country } : undefined
}

function withoutCountry(written: string): { country: string; number: string } {
  const digits = written.replace(/\(\s*0\s*\)/, '').replace(/\D/g, '')
  const international = /^[(\s]*\+/.test(written) ? digits : /^00\d{8}/.test(digits) ? digits.slice(2) : undefined
  if (international !== undefined) {
    const length = /^[17]/.test(international) ? 1 : TWO_DIGITS.has(international.slice(0, 2)) ? 2 : 3
    return { country: international.slice(0, length), number: international.slice(length) }
  }
  const group = /\d+/.exec(written)?.[0] ?? ''
  if (/^861[3-9]\d{9}$/.test(digits) || group === '86') return { country: '86', number: digits.slice(2) }
  if (group === '1' && /^1[2-9]\d{9}$/.test(digits)) return { country: '1', number: digits.slice(1) }
  if (group === '8' && digits.length === 11) return { country: '7', number: digits.slice(1) }
  return { country: '', number: digits }
}

function isFiller(national: string): boolean {
  return /^(\d)\1*$/.test(national) || '1234567890'.startsWith(national)
}
