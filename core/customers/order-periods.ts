import { type PeriodUnit, periodOf, type Weekday } from '../calendar/periods.ts'

/**
 * The period of each order, and the first and the last of all; the calendar is asked once for each day.
 *
 * @returns `first` Infinity and `last` -Infinity for no orders.
 */
export function orderPeriods(
  days: readonly number[],
  unit: PeriodUnit,
  weekStart: Weekday,
): { periods: Int32Array; first: number; last: number } {
  const known = new Map<number, number>()
  const periods = new Int32Array(days.length)
  let first = Infinity
  let last = -Infinity
  for (let row = 0; row < days.length; row++) {
    const day = days[row] as number
    let period = known.get(day)
    if (period === undefined) {
      period = periodOf(day, unit, weekStart)
      known.set(day, period)
      if (period < first) first = period
      if (period > last) last = period
    }
    periods[row] = period
  }
  return { periods, first, last }
}
