import { columnLetters } from '../sheet/column-letters.ts'
import { formulaText, tabNotation } from '../sheet/writing/formula-text.ts'

/** What one argument of a function is given: columns of a tab, or what the person typed, '' where it is left out. */
export type GivenArgument = GivenColumns | { typed: string }

/** Neighbouring columns, rows from 1; open at the bottom where there is no last row. */
export type GivenColumns = { sheet: string; column: number; columns: number; fromRow: number; toRow?: number }

export type GivenCall = { name: string; arguments: GivenArgument[] }

/** A typed argument as it is meant: a value, a list such as `{60,80}`, cells such as `Setup!B1`, `DATE(2024,7,1)`. */
export type Typed =
  | { kind: 'value'; value: string | number | boolean }
  | { kind: 'list'; rows: (string | number | boolean)[][] }
  | { kind: 'cells'; notation: string }
  | { kind: 'day'; year: number; month: number; day: number }

const cells = /^(?:(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}(?:\$?\d+)?)?$/u

export function typedArgument(typed: string): Typed {
  const text = typed.trim()
  const plain = text.normalize('NFKC')
  if (/^\{.*\}$/s.test(plain)) {
    const rows = plain.slice(1, -1).match(/(?:"[^"]*"|[^;"])+/g) ?? []
    return { kind: 'list', rows: rows.map((row) => (row.match(/(?:"[^"]*"|[^,"])+/g) ?? []).map(plainValue)) }
  }
  const [, year, month, day] = /^DATE\( *(\d{4}) *, *(\d{1,2}) *, *(\d{1,2}) *\)$/i.exec(plain) ?? []
  if (day) return { kind: 'day', year: Number(year), month: Number(month), day: Number(day) }
  return cells.test(text) ? { kind: 'cells', notation: text } : { kind: 'value', value: plainValue(text) }
}

function plainValue(text: string): string | number | boolean {
  const plain = text.normalize('NFKC').trim()
  if (/^(TRUE|FALSE)$/i.test(plain)) return /true/i.test(plain)
  if (/^-?(\d+(\.\d*)?|\.\d+)$/.test(plain)) return Number(plain)
  const quoted = /^"(.*)"$/s.exec(plain)
  return quoted ? (quoted[1] ?? '').replace(/""/g, '"') : text.trim()
}

/**
 * The formula of a call, arguments left out at its end dropped.
 *
 * Commas part arguments, as `setFormula` takes them in every locale.
 *
 * @param home The tab that the formula stands in: its own columns need no tab's name.
 */
export function formulaOf({ name, arguments: given }: GivenCall, home?: string): string {
  const parts = given.map((argument) => part(argument, home))
  while (parts.length > 0 && parts[parts.length - 1] === '') parts.pop()
  return `${name}(${parts.join(', ')})`
}

function part(given: GivenArgument, home: string | undefined): string {
  if ('sheet' in given) return columnsNotation(given, home)
  if (!given.typed.trim()) return ''
  const typed = typedArgument(given.typed)
  if (typed.kind === 'cells') return typed.notation
  if (typed.kind === 'value') return literal(typed.value)
  if (typed.kind === 'day') return `DATE(${typed.year}, ${typed.month}, ${typed.day})`
  return `{${typed.rows.map((row) => row.map(literal).join(',')).join(';')}}`
}

function columnsNotation({ sheet, column, columns, fromRow, toRow }: GivenColumns, home: string | undefined): string {
  const tab = sheet === home ? '' : `${tabNotation(sheet)}!`
  return `${tab}${columnLetters(column)}${fromRow}:${columnLetters(column + columns - 1)}${toRow ?? ''}`
}

function literal(value: string | number | boolean): string {
  if (typeof value === 'string') return formulaText(value)
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value)
}
