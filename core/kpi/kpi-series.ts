import type { KpiFigure } from './kpi-figure.ts'
import type { KpiPeriod } from './kpi-period.ts'

/** What a KPI was on a day: days since 1970-01-01. */
export type KpiPoint = Pick<KpiFigure, 'value' | 'n' | 'low' | 'high'> & { day: number }

/** A KPI of the whole or of one group, counted over one kind of period, as it was kept day by day. */
export type KpiSeries = Pick<KpiFigure, 'kpi' | 'label' | 'unit' | 'direction' | 'by' | 'group'> & {
  period: KpiPeriod
  /** Ascending, a day once. */
  points: KpiPoint[]
}

/** What was kept on a day, or on the latest day before it; undefined where nothing is that old. */
export function pointAt(points: readonly KpiPoint[], day: number): KpiPoint | undefined {
  let found: KpiPoint | undefined
  for (const point of points) if (point.day <= day) found = point
  return found
}
