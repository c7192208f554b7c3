import type { KpiUnit } from '../kpi/kpi-figure.ts'

/** What is to be known of the figure that a goal is measured by. */
export type GoalMeasure = {
  unit: KpiUnit
  /** Whether more is better (1), less (-1), or neither (0). */
  direction: 1 | -1 | 0
  /** Whether it adds up from the goal's first day, as revenue does; else it is what it is at the time, as NPS. */
  adds: boolean
}

const adding: ReadonlySet<string> = new Set([
  'revenue',
  'orders',
  'new_customers',
  'complaints_new',
  'complaints_breached',
])

/** Whether a KPI adds up over the days that it is counted over. */
export function addsUp(kpi: string): boolean {
  return adding.has(kpi)
}
