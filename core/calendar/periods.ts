import { isoDay } from './iso-day.ts'

export type PeriodUnit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR'

/** Sunday is 0. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

const MS_PER_DAY = 86_400_000

/**
 * The number of the period that a day falls in; the next period has the next number.
 *
 * @param day Days since 1970-01-01.
 * @param weekStart First day of the week; Monday by default.
 */
export function periodOf(day: number, unit: PeriodUnit, weekStart: Weekday = 1): number {
  if (unit === 'DAY') return day
  if (unit === 'WEEK') return Math.floor((day + THURSDAY - weekStart) / 7)
  const date = new Date(day * MS_PER_DAY)
  if (unit === 'YEAR') return date.getUTCFullYear()
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth()
  return unit === 'MONTH' ? month : Math.floor(month / 3)
}

/** How a period is written: `2024-03-04` (a day, or the first of a week), `2024-03`, `2024-Q1`, `2024`. */
export function periodLabel(period: number, unit: PeriodUnit, weekStart: Weekday = 1): string {
  if (unit === 'DAY') return isoDay(period)
  if (unit === 'WEEK') return isoDay(period * 7 - THURSDAY + weekStart)
  if (unit === 'YEAR') return String(period)
  if (unit === 'QUARTER') return `${Math.floor(period / 4)}-Q${(period % 4) + 1}`
  return `${Math.floor(period / 12)}-${String((period % 12) + 1).padStart(2, '0')}`
}

/** Day 0 is a Thursday. */
const THURSDAY = 4
