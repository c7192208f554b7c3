import { emailKey } from '../customer-file/email-key.ts'
import { phoneKey } from '../customer-file/phone-key.ts'
import { serialDay } from '../orders/serial-day.ts'
import type { EntryFormat, EntryRule } from './entry-rule.ts'

export type EntryCell = string | number | boolean | Date

const YEAR_FIRST = /^(\d{4})(?:([-/])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/

/**
 * Which format a filled cell fails; undefined where it is right, or blank.
 *
 * A date is a date cell, or text with the year first. A phone number has 6 to 14 digits, an e-mail cell one address and
 * nothing else; values of a list are compared without outer spaces.
 */
export function wrongEntry({ format, allowed }: EntryRule, cell: EntryCell): Exclude<EntryFormat, ''> | undefined {
  if (format === '' || isBlankEntry(cell)) return undefined
  return tests[format](cell, allowed) ? undefined : format
}

/** Nothing, or spaces only. */
export function isBlankEntry(cell: EntryCell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '')
}

const tests: Record<Exclude<EntryFormat, ''>, (cell: EntryCell, allowed: readonly string[]) => boolean> = {
  phone: (cell) => phoneKey(String(cell)) !== undefined,
  email: (cell) => emailKey(String(cell)) === String(cell).normalize('NFKC').trim().toLowerCase(),
  date: isDay,
  number: (cell) => typeof cell === 'number',
  list: (cell, allowed) => allowed.includes(String(cell).trim()),
}

function isDay(cell: EntryCell): boolean {
  if (typeof cell === 'object') return !Number.isNaN(cell.getTime())
  const [, year, , month, day, yearMonth, yearDay] = YEAR_FIRST.exec(String(cell).trim()) ?? []
  return serialDay(Number(year), Number(month ?? yearMonth), Number(day ?? yearDay)) !== undefined
}
