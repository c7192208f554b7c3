import type { WorkSpan } from './business-calendar.ts'
import { minuteOfDay } from './minute-of-day.ts'

/** How long stretches are together, in minutes, where no clock changes. */
export function workMinutes(spans: readonly WorkSpan[]): number {
  return spans.reduce((total, [from, to]) => total + minuteOfDay(to) - minuteOfDay(from), 0)
}
