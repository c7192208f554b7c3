import { type PeriodUnit, periodOf } from '../calendar/periods.ts'
import type { Condition, RelativePeriod } from './statistic.ts'

/** Days since 1970-01-01, both counted in; open ends are infinite. */
export type DaySpan = { from: number; to: number }

const periods: Record<RelativePeriod, [unit: PeriodUnit, back: number]> = {
  thisMonth: ['MONTH', 0],
  lastMonth: ['MONTH', 1],
  thisQuarter: ['QUARTER', 0],
  lastQuarter: ['QUARTER', 1],
  thisYear: ['YEAR', 0],
  lastYear: ['YEAR', 1],
}
const MS_PER_DAY = 86_400_000

/**
 * The days that a condition on a date asks for; undefined for a condition on something else.
 *
 * "In the last 90 days" are the 90 days that end with today, "in the next 7 days" the 7 that begin with it.
 */
export function daySpan(condition: Condition, today: number): DaySpan | undefined {
  switch (condition.operator) {
    case 'before':
      return { from: -Infinity, to: dayNumber(condition.day) - 1 }
    case 'onOrAfter':
      return { from: dayNumber(condition.day), to: Infinity }
    case 'betweenDays':
      return { from: dayNumber(condition.from), to: dayNumber(condition.to) }
    case 'lastDays':
      return { from: today - condition.days + 1, to: today }
    case 'nextDays':
      return { from: today, to: today + condition.days - 1 }
    case 'daysAgo':
      return { from: -Infinity, to: today - condition.days }
    case 'inPeriod': {
      const [unit, back] = periods[condition.period]
      const period = periodOf(today, unit) - back
      return { from: firstDay(period, unit), to: firstDay(period + 1, unit) - 1 }
    }
    default:
      return undefined
  }
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY
}

/** The first day of a month, quarter or year, as `periodOf` numbers them. */
function firstDay(period: number, unit: PeriodUnit): number {
  const months = unit === 'YEAR' ? period * 12 : unit === 'QUARTER' ? period * 3 : period
  return Date.UTC(Math.floor(months / 12), months % 12, 1) / MS_PER_DAY
}
