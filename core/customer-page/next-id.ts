/**
 * The id that continues a column of ids in its own pattern: after `I-0041` comes `I-0042`.
 *
 * The pattern is that of the last id that ends in a number; the number is one above the highest of that pattern.
 *
 * @param first What to begin with where no id ends in a number.
 */
export function nextId(ids: readonly string[], first: string): string {
  let last: string | undefined
  for (let row = ids.length - 1; row >= 0 && last === undefined; row--)
    if (/\d$/.test(ids[row] as string)) last = ids[row]
  if (last === undefined) return first
  const digits = (/\d+$/.exec(last) as RegExpExecArray)[0]
  const prefix = last.slice(0, -digits.length)
  let highest = 0
  for (const id of ids) {
    const number = id.startsWith(prefix) ? id.slice(prefix.length) : ''
    if (/^\d{1,15}$/.test(number)) highest = Math.max(highest, Number(number))
  }
  return prefix + String(highest + 1).padStart(digits.length, '0')
}
