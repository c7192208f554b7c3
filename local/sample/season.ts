import { calendarDay, serialDay } from '../../core/orders/serial-day.ts'

/** January to December: a summer rise, a year-end peak. */
const MONTHS = [0.95, 0.8, 0.9, 0.92, 0.98, 1.1, 1.2, 1.12, 0.92, 0.98, 1.3, 1.6]
/** Sunday to Saturday. */
const WEEKDAYS = [0.55, 1.1, 1.1, 1.05, 1.05, 1.1, 0.75]
/** First day of the Chinese year, as month * 100 + day. */
const CHINESE_NEW_YEAR: Record<number, number> = {
  2018: 216,
  2019: 205,
  2020: 125,
  2021: 212,
  2022: 201,
  2023: 122,
  2024: 210,
  2025: 129,
  2026: 217,
  2027: 206,
  2028: 126,
  2029: 213,
  2030: 203,
  2031: 123,
  2032: 211,
  2033: 131,
  2034: 219,
  2035: 208,
}

const known = new Map<number, number>()

/** How busy a day is for orders; an ordinary one is 1. Trade nearly stops around Chinese New Year. */
export function season(serial: number): number {
  const busy = known.get(serial) ?? computed(serial)
  known.set(serial, busy)
  return busy
}

function computed(serial: number): number {
  const { year, month } = calendarDay(serial)
  const weekday = (Math.floor(serial) + 6) % 7
  return MONTHS[month - 1]! * WEEKDAYS[weekday]! * (isSpringFestival(serial, year) ? 0.25 : 1)
}

function isSpringFestival(serial: number, year: number): boolean {
  const monthDay = CHINESE_NEW_YEAR[year] ?? 205
  const first = serialDay(year, Math.floor(monthDay / 100), monthDay % 100)!
  return serial >= first - 5 && serial <= first + 12
}
