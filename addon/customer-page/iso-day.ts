import { periodLabel } from '../../core/calendar/periods.ts'

/** A day, in days since 1970-01-01, as `2026-03-31`; '' for none. */
export function isoDay(day: number | undefined): string {
  return day === undefined ? '' : periodLabel(day, 'DAY')
}
