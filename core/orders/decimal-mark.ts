export type DecimalMark = '.' | ','

/**
 * The decimal mark of a column of amounts, by what most of them can only mean: `1.234,50`, `12,5` and `0,125` have a
 * decimal comma; `1,234.50`, `12.5` and `0.125` a decimal point. A point where nothing tells, so that `1,234` is 1234.
 *
 * An amount that can only mean the other mark is unreadable under this one, never misread (see `amountValue`).
 *
 * @param digits Amounts without sign and currency.
 */
export function decimalMark(digits: Iterable<string>): DecimalMark {
  let commas = 0
  for (const text of digits) {
    const mark = ownMark(text)
    if (mark === ',') commas++
    if (mark === '.') commas--
  }
  return commas > 0 ? ',' : '.'
}

/** The decimal mark that one amount tells by itself, if it does. */
function ownMark(digits: string): DecimalMark | undefined {
  const marks = [...digits].filter((char): char is DecimalMark => char === '.' || char === ',')
  const last = marks[marks.length - 1]
  if (last === undefined) return undefined
  const other = last === '.' ? ',' : '.'
  if (marks.includes(other)) return last
  if (marks.length > 1) return other
  const [whole, fraction] = digits.split(last) as [string, string]
  const looksGrouped = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole)
  return looksGrouped ? undefined : last
}
