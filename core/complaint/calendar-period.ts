import { daysAfter } from '../calendar/iso-day.ts'
import { periodLabel, periodOf } from '../calendar/periods.ts'
import { type PeriodCut, periodUnit } from './complaint-cut.ts'

export type CalendarPeriod = {
  label: string
  from: string
  to: string
}

/**
 * The calendar periods that two days span, in order, each with its first and last day within the span.
 *
 * Labelled `2026-11-22`, the Monday of a week, `2026-11`, `2026-Q4`.
 */
export function calendarPeriods(from: string, to: string, cut: PeriodCut): CalendarPeriod[] {
  const unit = periodUnit(cut)
  const periods: CalendarPeriod[] = []
  for (let day = from; day <= to; day = daysAfter(day, 1)) {
    const label = periodLabel(periodOf(Date.parse(day) / 86_400_000, unit), unit)
    const last = periods[periods.length - 1]
    if (last?.label === label) last.to = day
    else periods.push({ label, from: day, to: day })
  }
  return periods
}
