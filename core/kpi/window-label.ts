import { isoDay } from '../calendar/iso-day.ts'
import type { Messages } from '../messages/messages.ts'
import type { KpiPeriod } from './kpi-period.ts'
import type { KpiWindow } from './kpi-window.ts'

/** A window as people say it: `March 2026`, and `March 2026 up to the 12th` while the month goes on. */
export function windowLabel(
  period: KpiPeriod,
  { until, isUnfinished }: Pick<KpiWindow, 'until' | 'isUnfinished'>,
  words: Messages['kpiPeriods'],
): string {
  const last = isoDay(until - 1)
  const [year, month, day] = last.split('-').map(Number) as [number, number, number]
  const end = isUnfinished ? { month, day } : undefined
  switch (period) {
    case 'YEAR_TO_DAY':
      return words.yearToDay(last)
    case 'MONTH':
      return words.month({ year, month, until: end?.day })
    case 'QUARTER':
      return words.quarter({ year, quarter: Math.ceil(month / 3), until: end })
    case 'YEAR':
      return words.year({ year, until: end })
  }
}
