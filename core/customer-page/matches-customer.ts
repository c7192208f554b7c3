/** What a customer can be found by. */
export type CustomerWords = { texts: readonly string[]; phone: string }

/** Fewer digits than these say too little to be a phone number, or the end of one. */
const LEAST_DIGITS = 4
const WHOLE_NUMBER = 7

/**
 * A test for customers whom a query means: each of its words is somewhere in the texts, or it is the phone number.
 *
 * Case and full width do not count; nor do spaces, marks, leading zeros and a country's code in phone numbers. A blank
 * query means everybody.
 */
export function matchesCustomer(query: string): (customer: CustomerWords) => boolean {
  const folded = plain(query).trim()
  const words = folded.split(/\s+/).filter(Boolean)
  const digits = /^[\d\s()+./-]+$/.test(folded) ? digitsOf(folded) : ''
  return ({ texts, phone }) => {
    if (words.length === 0) return true
    if (digits.length >= LEAST_DIGITS && isPhone(digits, digitsOf(plain(phone)))) return true
    const all = plain(texts.join('\n'))
    return words.every((word) => all.includes(word))
  }
}

function isPhone(asked: string, kept: string): boolean {
  return kept.includes(asked) || (kept.length >= WHOLE_NUMBER && asked.endsWith(kept))
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '').replace(/^0+/, '')
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
