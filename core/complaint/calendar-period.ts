import type { PeriodCut } from './complaint-cut.ts'
import { dayAfter } from './work-spans.ts'

/** The calendar period that a day lies in: `2026-11-22`, `2026-W47` (ISO week), `2026-11`, `2026-Q4`. */
export function calendarPeriod(day: string, cut: PeriodCut): string {
  if (cut === 'day') return day
  if (cut === 'month') return day.slice(0, 7)
  if (cut === 'quarter') return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
  return isoWeek(day)
}

/** The periods that two days span, in order, each with its first and last day within the span. */
export function calendarPeriods(
  from: string,
  to: string,
  cut: PeriodCut,
): { label: string; from: string; to: string }[] {
  const periods: { label: string; from: string; to: string }[] = []
  for (let day = from; day <= to; day = dayAfter(day)) {
    const label = calendarPeriod(day, cut)
    const last = periods[periods.length - 1]
    if (last?.label === label) last.to = day
    else periods.push({ label, from: day, to: day })
  }
  return periods
}

/** A week belongs to the year of its Thursday. */
function isoWeek(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const weekday = (date.getUTCDay() + 6) % 7
  date.setUTCDate(date.getUTCDate() - weekday + 3)
  const year = date.getUTCFullYear()
  const week = 1 + Math.floor((date.getTime() - Date.UTC(year, 0, 1)) / (7 * 86_400_000))
  return `${year}-W${String(week).padStart(2, '0')}`
}
