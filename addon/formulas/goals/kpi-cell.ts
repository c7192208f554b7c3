import type { Argument } from '../reading/cell.ts'

/** What KPIs are read from, as TS_KPI_SCORE takes it. */
export type KpiArguments = Record<'actuals' | 'targets' | 'weights' | 'directions' | 'baselines', Argument>

/** One KPI of one score, and the rows of its arguments that it stands in. */
export type KpiCell = {
  actual: number | undefined
  target: number | undefined
  baseline: number | undefined
  weight: number
  direction: 1 | -1
  row: number
  targetRow: number
}
