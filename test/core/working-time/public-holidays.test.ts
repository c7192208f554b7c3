import { describe, expect, test } from 'vitest'
import {
  type HolidayCountry,
  type HolidayYear,
  holidayCountries,
  holidayYears,
  publicHolidays,
} from '../../../core/working-time/public-holidays.ts'

const MONDAY = 1
const THURSDAY = 4
const off = (country: HolidayCountry, year: HolidayYear) =>
  [...publicHolidays(country, year).days].filter(([, hours]) => hours === 'off').map(([day]) => day)
const iso = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
const weekday = (day: string) => new Date(day).getUTCDay()
const isWeekend = (day: string) => [0, 6].includes(weekday(day))
const plus = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** The nth such weekday of a month; -1 is the last. */
function nth(year: number, month: number, day: number, n: number): string {
  if (n < 0) return plus(nth(year, month + 1, day, 1), -7)
  const first = iso(year, month, 1)
  return plus(first, ((day - weekday(first) + 7) % 7) + (n - 1) * 7)
}

/** Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return iso(year, Math.floor(n / 31), (n % 31) + 1)
}

describe.each(holidayYears)('%i', (year) => {
  test('federal holidays of the United States follow their law', () => {
    const fixed = [iso(year, 1, 1), iso(year, 6, 19), iso(year, 7, 4), iso(year, 11, 11), iso(year, 12, 25)]
    const observed = [...fixed, iso(year + 1, 1, 1)].map((day) =>
      weekday(day) === 6 ? plus(day, -1) : weekday(day) === 0 ? plus(day, 1) : day,
    )
    const floating = [
      ...[nth(year, 1, MONDAY, 3), nth(year, 2, MONDAY, 3), nth(year, 5, MONDAY, -1), nth(year, 9, MONDAY, 1)],
      ...[nth(year, 10, MONDAY, 2), nth(year, 11, THURSDAY, 4)],
    ]
    const expected = [...observed, ...floating].filter((day) => day.startsWith(String(year))).sort()
    expect(off('us', year)).toEqual(expected)
  })

  test('bank holidays of England and Wales, with substitutes after weekends', () => {
    const sunday = easter(year)
    const christmas = [25, 26, 27, 28].map((day) => iso(year, 12, day)).filter((day) => !isWeekend(day))
    const expected = [
      ...[iso(year, 1, 1), plus(sunday, -2), plus(sunday, 1), nth(year, 5, MONDAY, 1), nth(year, 5, MONDAY, -1)],
      ...[nth(year, 8, MONDAY, -1), ...christmas.slice(0, 2)],
    ]
    expect(off('gb', year)).toEqual(expected.sort())
  })

  test('holidays of all German states', () => {
    const sunday = easter(year)
    const expected = [
      ...[iso(year, 1, 1), plus(sunday, -2), plus(sunday, 1), iso(year, 5, 1), plus(sunday, 39), plus(sunday, 50)],
      ...[iso(year, 10, 3), iso(year, 12, 25), iso(year, 12, 26)],
    ]
    expect(off('de', year)).toEqual(expected.sort())
  })

  test.each(holidayCountries)('days of %s are in order and of that year', (country) => {
    const days = [...publicHolidays(country, year).days.keys()]
    expect(days).toEqual([...days].sort())
    expect(days.every((day) => day.startsWith(`${year}-`))).toBe(true)
  })
})

test('China in 2026: 33 days off, and six days of weekends that make up for those moved', () => {
  const { days, isProvisional } = publicHolidays('cn', 2026)
  const worked = [...days].filter(([, hours]) => hours === 'usual').map(([day]) => day)
  expect(off('cn', 2026)).toHaveLength(33)
  expect(worked).toHaveLength(6)
  expect(worked.every(isWeekend)).toBe(true)
  // Less those that are made up for, as many workdays are off as the law has holidays.
  expect(off('cn', 2026).filter((day) => !isWeekend(day)).length - worked.length).toBe(13)
  expect(isProvisional).toBe(false)
})

test('China in 2027: the thirteen days of the law, and that the rest is not published', () => {
  expect(off('cn', 2027)).toHaveLength(13)
  expect(publicHolidays('cn', 2027).isProvisional).toBe(true)
})
