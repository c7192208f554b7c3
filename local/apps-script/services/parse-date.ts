import { exception } from './exception.ts'
import { patternPieces } from './format-date.ts'
import { instantOf, timeZone } from './time-zone.ts'

/** Letters of numbers only: names of months and days are read nowhere here. */
const FIELDS = 'yMdHms'

/** Reads a date written in `pattern`, in a time zone, as Utilities.parseDate does. */
export function parseDate(text: string, zoneName: string, pattern: string): Date {
  const field: Record<string, number> = { y: 1970, M: 1, d: 1, H: 0, m: 0, s: 0, S: 0 }
  let rest = text
  for (const { letter, text: piece } of patternPieces(pattern)) {
    if (letter === undefined) {
      if (!rest.startsWith(piece)) throw unparseable(text)
      rest = rest.slice(piece.length)
    } else {
      if (!(letter in field)) throw exception(`Workbench: parsing the date pattern letter ${letter} is not emulated`)
      const digits = new RegExp(`^\\d{1,${Math.max(piece.length, FIELDS.includes(letter) ? 2 : 3)}}`).exec(rest)?.[0]
      if (digits === undefined) throw unparseable(text)
      field[letter] = Number(digits)
      rest = rest.slice(digits.length)
    }
  }
  const { y = 0, M = 1, d = 1, H = 0, m = 0, s = 0, S = 0 } = field
  return new Date(instantOf(Date.UTC(y, M - 1, d, H, m, s, S), timeZone(zoneName)))
}

function unparseable(text: string): Error {
  return exception(`Cannot parse "${text}" as a date.`)
}
