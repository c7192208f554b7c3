import type { ZoneDays } from '../../../core/calendar/zone-days.ts'
import { InputError } from '../../../core/input-error.ts'
import type { Place } from '../../../core/messages/phrases.ts'
import { type Cell, cellText, isDate } from './cell.ts'
import { plainText } from './plain-text.ts'

const MS_PER_DAY = 86_400_000
/** The serial number of 1970-01-01, and of 9999-12-31, the last day that Sheets knows. */
const EPOCH_SERIAL = 25_569
const LAST_SERIAL = 2_958_465

/** Looked up once: a script context's globals are slow to reach, and these run for every date. */
const { floor } = Math
const { isNaN: isNoTime } = Number

const YEAR_FIRST =
  /^\s*(\d{4})(?:([-/])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)(?:[T ]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?\s*$/i
const YEAR_LAST = /^\s*\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b/

/**
 * The day of a cell that is a date, a serial number or text with the year first, in days since 1970-01-01.
 *
 * Times of day are left out; text with a UTC offset, like a date, falls on the day it has in the spreadsheet's zone.
 *
 * @throws InputError `ambiguousDate` for text with the year last, else `notDate`.
 */
export function readDay(cell: Cell, zone: () => ZoneDays, place: Place): number {
  const day = findDay(cell, zone)
  if (day !== undefined) return day
  const code = typeof cell === 'string' && YEAR_LAST.test(plainText(cell)) ? 'ambiguousDate' : 'notDate'
  throw new InputError(code, { ...place, text: cellText(cell) })
}

function findDay(cell: Cell, zone: () => ZoneDays): number | undefined {
  if (typeof cell === 'number') return serialDay(cell)
  if (isDate(cell)) return instantDay(cell.getTime(), zone)
  return typeof cell === 'string' ? textDay(cell, zone) : undefined
}

function instantDay(instant: number, zone: () => ZoneDays): number | undefined {
  return isNoTime(instant) ? undefined : zone().dayOf(instant)
}

function serialDay(serial: number): number | undefined {
  return serial >= 1 && serial < LAST_SERIAL + 1 ? floor(serial) - EPOCH_SERIAL : undefined
}

function textDay(text: string, zone: () => ZoneDays): number | undefined {
  const match = YEAR_FIRST.exec(plainText(text))
  if (!match) return undefined
  const [, year, , month = match[5], day = match[6], , , time, offset] = match
  const iso = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  const midnight = Date.parse(iso)
  if (isNoTime(midnight) || new Date(midnight).toISOString().slice(0, 10) !== iso) return undefined
  if (offset === undefined) return midnight / MS_PER_DAY
  const instant = Date.parse(`${iso}T${time?.padStart(5, '0')}${offset.toUpperCase()}`)
  return instantDay(instant, zone)
}
