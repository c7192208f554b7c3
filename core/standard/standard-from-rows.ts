import { InputError } from '../input-error.ts'
import type { Standard, StandardIndicator, StandardTier } from './standard.ts'
import { type StandardWord, standardWord } from './standard-words.ts'

/** What a row of the Standards tab holds, as its cells do; `row` is its number in the tab, for messages. */
export type WrittenRow = {
  row: number
  standard: string
  version: number
  part: string
  name: string
  source: string
  direction: unknown
  weight: unknown
  method: string
  from: unknown
  note: string
}

/**
 * One version of a standard from its rows, as a person may have edited them: in any order, in English or Chinese.
 *
 * Tiers stand by their bounds. What is not said is as in a standard without it: points by rank, tiers by least score,
 * a weight of 1, higher is better.
 *
 * @param rows All of one standard and version.
 * @throws InputError `standardPart`, `standardSetting`, `standardNumber`, each naming the row.
 */
export function standardFromRows(rows: readonly WrittenRow[]): Standard {
  const standard: Standard = {
    name: rows[0]?.standard ?? '',
    version: rows[0]?.version ?? 0,
    ...{ indicators: [], method: 'PERCENTRANK', cut: 'SCORE', tiers: [], product: '' },
    ...{ limits: { probability: null, collectDays: null }, note: '' },
  }
  for (const row of rows) {
    const part = standardWord(row.part)
    if (part === 'indicator') standard.indicators.push(indicatorOf(row))
    else if (part === 'tier') standard.tiers.push({ label: row.name, from: tierBound(row) })
    else if (part === 'setting') takeSetting(standard, row)
    else throw new InputError('standardPart', { row: row.row, text: row.part })
  }
  standard.tiers.sort((a, b) => a.from - b.from)
  const lowest = standard.tiers[0] as StandardTier | undefined
  if (lowest) lowest.from = 0
  return standard
}

function indicatorOf(row: WrittenRow): StandardIndicator {
  const direction = row.direction === '' ? 1 : numberIn(row, row.direction)
  const weight = row.weight === '' ? 1 : numberIn(row, row.weight)
  return { key: row.source || `column:${row.name}`, label: row.name, direction: direction < 0 ? -1 : 1, weight }
}

/** The lowest tier has none: it sorts below all others. */
function tierBound(row: WrittenRow): number {
  return row.from === '' ? -Infinity : numberIn(row, row.from)
}

function takeSetting(standard: Standard, row: WrittenRow): void {
  const setting = standardWord(row.name)
  const method = standardWord(row.method)
  if (setting === 'method' && isOneOf(method, 'PERCENTRANK', 'MINMAX')) standard.method = method
  else if (setting === 'cut' && isOneOf(method, 'SCORE', 'SHARE')) standard.cut = method
  else if (setting === 'product') standard.product = row.source
  else if (setting === 'probability' || setting === 'collectDays') {
    standard.limits[setting] = row.from === '' ? null : numberIn(row, row.from)
  } else if (setting === 'note') standard.note = row.note
  else throw new InputError('standardSetting', { row: row.row, text: row.method || row.name })
}

function isOneOf<W extends StandardWord>(word: StandardWord | undefined, ...words: W[]): word is W {
  return words.includes(word as W)
}

function numberIn({ row }: WrittenRow, cell: unknown): number {
  const number = typeof cell === 'string' && cell.trim() ? Number(cell) : cell
  if (typeof number === 'number' && Number.isFinite(number)) return number
  throw new InputError('standardNumber', { row, text: String(cell) })
}
