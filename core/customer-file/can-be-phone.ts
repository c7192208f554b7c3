import { phoneKey } from './phone-key.ts'

/** A long number as a spreadsheet shortens it on its way into CSV: 1.38001E+10. */
const SHORTENED = /^\d([.,]\d+)?e\+?\d+$/i
/** Hotlines such as 95588 and 10086, and numbers that are partly letters, have too few digits to compare by. */
const FEW_DIGITS = /^(\D*\d){3,5}\D*$/

/**
 * Whether a text may stand in a column of phone numbers: it need not be one that can be compared (`phoneKey`), but words,
 * e-mail addresses, fillers such as 00000000 and numbers that were shortened to 1.38E+10 are none.
 */
export function canBePhone(text: string): boolean {
  const plain = text.normalize('NFKC').trim()
  if (SHORTENED.test(plain) || plain.includes('@')) return false
  return phoneKey(plain) !== undefined || FEW_DIGITS.test(plain)
}
