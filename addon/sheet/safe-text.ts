const startsFormula = /^[\s\u200b-\u200f\u2028-\u202e\u2060\ufeff]*[=+\-@＝＋－＠\t\r\n\0]/u

/**
 * A text that a cell will show and never run: a leading apostrophe where it could turn into a formula.
 *
 * Numbers, booleans and dates pass unchanged.
 */
export function safeText<T>(value: T): T | string {
  return typeof value === 'string' && startsFormula.test(value) ? `'${value}` : value
}
