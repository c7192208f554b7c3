import type { DecimalMark } from './decimal-mark.ts'

const GROUPED: Record<DecimalMark, RegExp> = {
  '.': /^[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+|(?:'\d{3})+)$/,
  ',': /^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+|(?:'\d{3})+)$/,
}

/**
 * The value of an amount's digits, such as `1,234.50`. Thousands may be set off by the other mark, spaces or
 * apostrophes, in groups of three.
 *
 * @returns undefined where the digits are not written so.
 */
export function amountValue(digits: string, mark: DecimalMark): number | undefined {
  const parts = digits.split(mark)
  if (parts.length > 2) return undefined
  const [whole, fraction = ''] = parts as [string, string?]
  const fits =
    (whole === '' ? fraction !== '' : /^\d+$/.test(whole) || GROUPED[mark].test(whole)) && /^\d*$/.test(fraction)
  return fits ? Number(`${whole.replace(/\D/g, '')}.${fraction}`) : undefined
}
