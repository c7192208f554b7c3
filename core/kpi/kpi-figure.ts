/** What a KPI's value is counted in, which decides how it is shown. */
export const kpiUnits = ['count', 'money', 'share', 'points', 'days', 'hours'] as const
export type KpiUnit = (typeof kpiUnits)[number]

/** What a KPI can be broken down by; a month is a calendar month as `2026-03`. */
export const kpiCuts = ['tier', 'owner', 'segment', 'dimension', 'month'] as const
export type KpiCut = (typeof kpiCuts)[number]

/** One figure of a KPI, of everything or of one group: as it is shown, kept as a snapshot and published. */
export type KpiFigure = {
  /** Which KPI: a name of the catalogue, `goal:` or `own:` with the id of a goal or of a statistic of one's own. */
  kpi: string
  /** What people call it, in the language of the sheet. */
  label: string
  unit: KpiUnit
  /** '' for everything. */
  by: KpiCut | ''
  /** Which tier, owner or month; '' with `by` names those that have none. */
  group: string
  /** Undefined where it can't be said. Shares are 0 to 1, points as usual (NPS -100 to 100). */
  value: number | undefined
  /** Customers, orders, answers or complaints that it was computed from; undefined where that says nothing. */
  n: number | undefined
  /** 95 % limits, where the figure is an estimate. */
  low: number | undefined
  high: number | undefined
  /** The value of as many days of the period before; undefined where there is none. */
  before: number | undefined
  /** What is to be reached, where that was said: at least with direction 1, at most with -1. */
  target?: number | undefined
  /** Whether more is better (1), less (-1), or neither (0). */
  direction: 1 | -1 | 0
}
