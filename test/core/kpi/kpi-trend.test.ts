import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { KpiPeriod } from '../../../core/kpi/kpi-period.ts'
import { type KpiSeries, pointAt } from '../../../core/kpi/kpi-series.ts'
import { kpiTrend } from '../../../core/kpi/kpi-trend.ts'
import { linearForecasts } from '../../../core/trends/linear-forecasts.ts'

const day = (iso: string) => Date.parse(iso) / 86_400_000
const point = (iso: string, value: number | undefined) => {
  return { day: day(iso), value, n: undefined, low: undefined, high: undefined }
}
function series(points: [string, number | undefined][], part: Partial<KpiSeries> = {}): KpiSeries {
  const whole = { kpi: 'revenue', label: 'Revenue', unit: 'money', direction: 1, by: '', group: '' } as const
  return { ...whole, period: 'YEAR_TO_DAY', points: points.map(([iso, value]) => point(iso, value)), ...part }
}

test('a day that was not kept is compared by the latest one before it, and by none where nothing is that old', () => {
  const { points } = series([
    ['2026-03-01', 1],
    ['2026-03-05', 2],
    ['2026-03-09', 3],
  ])
  const at = (iso: string) => pointAt(points, day(iso))?.value
  expect([at('2026-02-28'), at('2026-03-01'), at('2026-03-04'), at('2026-03-05'), at('2026-12-31')]).toEqual([
    undefined,
    1,
    1,
    2,
    3,
  ])
})

const rising: [string, number | undefined][] = [
  ['2026-01-31', 10],
  ['2026-02-27', 11],
  ['2026-02-28', 12],
  ['2026-03-31', 15],
  ['2026-04-30', 17],
  ['2026-05-31', 20],
  ['2026-06-10', 6],
]

describe('by period the last day of each counts', () => {
  test('worked by hand: a month under way is left out of what adds up over a month', () => {
    const { unit, points, trend } = kpiTrend(series(rising, { period: 'MONTH' }), 'PERIOD')
    expect([unit, points.map(({ value }) => value)]).toEqual(['MONTH', [10, 12, 15, 17, 20]])
    // all 10 pairs rise: z = 9 / sqrt(5·4·15 / 18) = 2.2045, p 0.0275; slope of 10, 12, 15, 17, 20: 2.5
    expect(trend).toMatchObject({ direction: 'up', slope: 2.5, tau: 1 })
    expect(trend?.p).toBeCloseTo(0.0275, 4)
  })

  test.each<[string, Partial<KpiSeries>]>([
    ['of 365 days', {}],
    ['of what is counted at a moment', { kpi: 'customers', period: 'MONTH' }],
  ])('the last month counts, too, %s', (_, part) => {
    expect(kpiTrend(series(rising, part), 'PERIOD').points.map(({ value }) => value)).toEqual([10, 12, 15, 17, 20, 6])
  })

  test.each<[KpiPeriod, string]>([
    ['YEAR_TO_DAY', 'MONTH'],
    ['MONTH', 'MONTH'],
    ['QUARTER', 'QUARTER'],
    ['YEAR', 'YEAR'],
  ])('figures of %s go by %s', (period, unit) => {
    expect(kpiTrend(series(rising, { period }), 'PERIOD').unit).toBe(unit)
  })
})

test('worked by hand: days without a figure leave a gap, and the line goes on in days', () => {
  const { points, forecasts } = kpiTrend(
    series([
      ['2026-03-01', 1],
      ['2026-03-02', undefined],
      ['2026-03-03', 3],
      ['2026-03-05', 5],
    ]),
    'DAY',
  )
  expect(points.map(({ value }) => value)).toEqual([1, 3, 5])
  // five days: three ahead, on the line exactly
  expect(forecasts.map(({ period }) => period)).toEqual(['2026-03-06', '2026-03-07', '2026-03-08'].map(day))
  for (const [at, each] of forecasts.entries()) {
    for (const value of [each.forecast, each.low, each.high]) expect(value).toBeCloseTo(6 + at, 9)
  }
})

test('two points are no trend', () => {
  expect(
    kpiTrend(
      series([
        ['2026-03-01', 1],
        ['2026-03-02', 2],
      ]),
      'DAY',
    ),
  ).toMatchObject({ trend: undefined, forecasts: [] })
})

test('a share is held to 0 and 1, NPS to 100, revenue to nothing', () => {
  const up: [string, number][] = [
    ['2026-03-01', 0.5],
    ['2026-03-02', 0.8],
    ['2026-03-03', 0.99],
    ['2026-03-04', 0.9],
  ]
  const last = (part: Partial<KpiSeries>, times = 1) =>
    kpiTrend(
      series(
        up.map(([iso, value]) => [iso, value * times]),
        part,
      ),
      'DAY',
    ).forecasts.pop()
  expect(last({ kpi: 'csat', unit: 'share' })).toMatchObject({ forecast: 1, high: 1 })
  expect(last({ kpi: 'nps', unit: 'points' }, 100)).toMatchObject({ forecast: 100, high: 100 })
  expect(last({})?.high).toBeGreaterThan(1)
})

test('the band is that of TS_FORECAST_INTERVAL', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 100, max: 200 }), { minLength: 3, maxLength: 40 }), (values) => {
      const points = values.map((value, at) => ({ ...point('2026-01-01', value), day: day('2026-01-01') + at }))
      const { forecasts } = kpiTrend({ ...series([]), points }, 'DAY')
      const periods = values.map((_, at) => at + 1)
      const ahead = forecasts.map((_, at) => values.length + at + 1)
      const expected = linearForecasts({ periods, values }, ahead, 0.95)
      expect(forecasts).toEqual(expected.map((each) => ({ ...each, period: each.period + day('2025-12-31') })))
    }),
  )
})
