import { type PeriodUnit, periodOf } from '../calendar/periods.ts'
import { forecastInterval } from '../trends/forecast-interval.ts'
import { type Trend, trend } from '../trends/trend.ts'
import type { KpiUnit } from './kpi-figure.ts'
import type { KpiSeries } from './kpi-series.ts'

/** Day by day, or by month: of figures of a calendar quarter or year, by that. */
export type TrendStep = 'DAY' | 'PERIOD'

/** `period` numbers a day, month, quarter or year as `periodOf` does. */
type TrendPoint = { period: number; value: number }
type KpiForecast = { period: number; forecast: number; low: number; high: number }

export type KpiTrend = {
  unit: PeriodUnit
  points: TrendPoint[]
  /** Undefined where there are fewer than three points. `slope` is per period. */
  trend: Trend | undefined
  /** The 95 % prediction interval of the periods that follow; [] where there is no trend. */
  forecasts: KpiForecast[]
}

const LEAST_POINTS = 3
const AHEAD: Record<PeriodUnit, number> = { DAY: 30, WEEK: 8, MONTH: 3, QUARTER: 2, YEAR: 1 }
const bounds: Record<KpiUnit, { min?: number; max?: number }> = {
  count: { min: 0 },
  money: {},
  share: { min: 0, max: 1 },
  points: {},
  days: { min: 0 },
  hours: { min: 0 },
}

/**
 * How a KPI moves: the verdict of the Mann-Kendall test, and where a straight line through its points leads.
 *
 * By period the last point of each counts. Of figures that add up over a calendar period, only periods that were kept
 * on their last day count: a month that is half over is no fall.
 */
export function kpiTrend({ kpi, unit: counted, period, points: kept }: KpiSeries, step: TrendStep): KpiTrend {
  const unit = step === 'DAY' ? 'DAY' : period === 'YEAR_TO_DAY' ? 'MONTH' : period
  const addsUp = step === 'PERIOD' && period !== 'YEAR_TO_DAY' && !standing.includes(kpi)
  const last = new Map<number, number>()
  for (const { day, value } of kept) {
    const isWhole = periodOf(day, unit) !== periodOf(day + 1, unit)
    if (value !== undefined && (isWhole || !addsUp)) last.set(periodOf(day, unit), value)
  }
  const points = [...last].map(([number, value]) => ({ period: number, value }))
  if (points.length < LEAST_POINTS) return { unit, points, trend: undefined, forecasts: [] }
  const limits = kpi === 'nps' ? { min: -100, max: 100 } : bounds[counted]
  return { unit, points, trend: trendOf(points), forecasts: forecasts(points, AHEAD[unit], limits) }
}

/** What is counted at a moment, not over a period. */
const standing = ['customers', 'active_customers', 'repeat_rate', 'complaints_open']

function trendOf(points: readonly TrendPoint[]): Trend {
  return trend(
    points.map(({ period }) => period),
    points.map(({ value }) => value),
  )
}

function forecasts(points: readonly TrendPoint[], most: number, limits: { min?: number; max?: number }): KpiForecast[] {
  const first = points[0]?.period as number
  const values: (number | undefined)[] = []
  for (const { period, value } of points) values[period - first] = value
  const ahead = Math.min(most, Math.ceil(values.length / 2))
  return forecastInterval(Array.from(values), ahead, limits).map((each) => ({
    ...each,
    period: each.period + first - 1,
  }))
}
