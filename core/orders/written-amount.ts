/** An amount as written: its sign, currency (one name for each, '' if none) and digits with their marks. */
export type WrittenAmount = { negative: boolean; currency: string; digits: string }

const SIGNS: [name: string, RegExp][] = [
  ['$', /US\$|USD|\$/],
  ['¥', /CNY|RMB|人民币|¥|元|圆/],
  ['€', /EUR|€/],
  ['£', /GBP|£/],
]
const CURRENCY = 'US\\$|HK\\$|NT\\$|A\\$|C\\$|人民币|[A-Z]{3}|\\p{Sc}|元|圆'
export const AMOUNT = new RegExp(
  `^([-+]?)(${CURRENCY})?\\s*(?:([-+])\\s*)?((?:[\\d.,'][\\d.,' ]*)?\\d[.,]?)\\s*(${CURRENCY})?(-?)$`,
  'u',
)

/**
 * Takes an amount apart: `$1,234.50`, `1.234,50 €`, `¥１２`, `-5`, `5-`, `(5.00)` (negative), `人民币12元`.
 *
 * @returns undefined where the text is no amount.
 */
export function writtenAmount(text: string): WrittenAmount | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[’`]/g, "'")
    .trim()
  const bracketed = /^([^()\d]*)\(([^()]*)\)$/.exec(plain)
  const match = AMOUNT.exec(bracketed ? bracketed.slice(1).join('').trim() : plain)
  if (!match) return undefined
  const [, before, front, inner, digits, back, after] = match
  const minuses = [before, inner, after].filter((sign) => sign === '-').length + (bracketed ? 1 : 0)
  if (minuses > 1) return undefined
  const currencies = new Set([front, back].flatMap((sign) => (sign ? [currencyName(sign)] : [])))
  if (currencies.size > 1) return undefined
  return { negative: minuses === 1, currency: [...currencies][0] ?? '', digits: digits! }
}

function currencyName(sign: string): string {
  return SIGNS.find(([, pattern]) => pattern.exec(sign)?.[0] === sign)?.[0] ?? sign
}
