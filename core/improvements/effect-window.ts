import type { KpiWindow } from '../kpi/kpi-window.ts'

/**
 * The days since an action took effect, and as many just before it; undefined where none has passed yet.
 *
 * @param began The first day after, in days since 1970-01-01.
 * @param until The day after the last one that is counted.
 */
export function effectWindow(began: number, until: number): KpiWindow | undefined {
  const days = until - began
  if (days <= 0) return undefined
  const span = (back: number) => ({ from: began - back * days, until: began - (back - 1) * days })
  return { from: began, until, before: span(1), earlier: span(2), isUnfinished: false }
}
