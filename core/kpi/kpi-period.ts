/** The periods that KPIs are counted over: the 365 days up to today, or the calendar period that today is in. */
export const kpiPeriods = ['YEAR_TO_DAY', 'MONTH', 'QUARTER', 'YEAR'] as const
export type KpiPeriod = (typeof kpiPeriods)[number]
