import { type PeriodUnit, periodOf } from '../calendar/periods.ts'
import type { KpiPeriod } from './kpi-period.ts'

const MS_PER_DAY = 86_400_000
const YEAR_DAYS = 365

/** Days since 1970-01-01, from the first one counted until before another. */
export type DaySpan = { from: number; until: number }

export type KpiWindow = DaySpan & {
  /** As many days of the period before: fewer where that has fewer, all of them where this period is over. */
  before: DaySpan
  /** As many of the one before that, which the rates of `before` compare with. */
  earlier: DaySpan
  /** Whether the calendar period goes on after the last day counted. */
  isUnfinished: boolean
}

/**
 * The days over which KPIs are counted, and those that they are compared with.
 *
 * @param until The day after the last one counted, which lies in the period: days since 1970-01-01.
 */
export function kpiWindow(period: KpiPeriod, until: number): KpiWindow {
  if (period === 'YEAR_TO_DAY') {
    const [from, before, earlier] = [1, 2, 3].map((years) => until - years * YEAR_DAYS) as [number, number, number]
    const isUnfinished = false
    return {
      from,
      until,
      before: { from: before, until: from },
      earlier: { from: earlier, until: before },
      isUnfinished,
    }
  }
  const number = periodOf(until - 1, period)
  const from = firstDay(number, period)
  const isUnfinished = until < firstDay(number + 1, period)
  const span = (back: number) => {
    const [first, end] = [firstDay(number - back, period), firstDay(number - back + 1, period)]
    return { from: first, until: isUnfinished ? Math.min(first + until - from, end) : end }
  }
  return { from, until, before: span(1), earlier: span(2), isUnfinished }
}

/** The last twelve calendar months up to the last day counted, oldest first, each as the window that it is. */
export function monthWindows(until: number): { month: number; window: KpiWindow }[] {
  const last = periodOf(until - 1, 'MONTH')
  return Array.from({ length: 12 }, (_, index) => {
    const month = last - 11 + index
    return { month, window: kpiWindow('MONTH', Math.min(firstDay(month + 1, 'MONTH'), until)) }
  })
}

/** The first day of a period, by its number as of `periodOf`. */
function firstDay(period: number, unit: Exclude<PeriodUnit, 'DAY' | 'WEEK'>): number {
  const months = { MONTH: 1, QUARTER: 3, YEAR: 12 }[unit] * period
  return Date.UTC(Math.floor(months / 12), months % 12) / MS_PER_DAY
}
