import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ForecastMethod, forecastInterval } from '../../../core/trends/forecast-interval.ts'
import { theilSen } from '../../../core/trends/theil-sen.ts'

const series = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 3, maxLength: 30 })
const methods: ForecastMethod[] = ['LINEAR', 'HOLT', 'THEILSEN']
const method = fc.constantFrom(...methods)

function expectRows(found: ReturnType<typeof forecastInterval>, wanted: readonly (readonly number[])[]) {
  expect(found.map(({ period }) => period)).toEqual(wanted.map(([period]) => period))
  found.forEach(({ forecast, low, high }, i) => {
    const [, ...figures] = wanted[i] as number[]
    ;[forecast, low, high].forEach((figure, k) => {
      expect(Math.abs(figure - figures[k]!)).toBeLessThan(1e-10 * Math.abs(figures[k]!))
    })
  })
}

describe('LINEAR', () => {
  it("agrees with R's predict(interval = 'prediction') on the heights and weights of `women`", () => {
    const weights = [115, 117, 120, 123, 126, 129, 132, 135, 139, 142, 146, 150, 154, 159, 164]
    // R 4: predict(lm(weight ~ height, women), data.frame(height = 73:75), interval = "prediction")
    expectRows(forecastInterval(weights, 3), [
      [16, 164.33333333333331, 160.58382768303176, 168.08283898363487],
      [17, 167.78333333333333, 163.94695502485243, 171.61971164181423],
      [18, 171.23333333333335, 167.3021331938986, 175.16453347276808],
    ])
  })

  it('takes another confidence, and leaves periods without a value out', () => {
    const values = [3, 5, 4, 6, 7, 6, 9, 8]
    // R 4: predict(lm(y ~ t), interval = "prediction", level = 0.8)
    expectRows(forecastInterval(values, 2, { confidence: 0.8 }), [
      [9, 9.321428571428571, 7.63551610666041, 11.007341036196731],
      [10, 10.05952380952381, 8.253040362431701, 11.86600725661592],
    ])
    // R 4: the same with y[3] = NA
    expectRows(forecastInterval([3, 5, undefined, 6, 7, 6, 9, 8], 1, { confidence: 0.8 }), [
      [9, 9.282608695652174, 7.5774987674746175, 10.98771862382973],
    ])
  })

  it('has no width for points on a line', () => {
    expect(forecastInterval([1, 2, 3], 2)).toEqual([
      { period: 4, forecast: 4, low: 4, high: 4 },
      { period: 5, forecast: 5, low: 5, high: 5 },
    ])
  })
})

describe('HOLT', () => {
  it("agrees with R's HoltWinters, its limits with the mean square of the errors one step ahead", () => {
    // R 4: h <- HoltWinters(ts(x), alpha = .5, beta = .3, gamma = FALSE); predict(h, 3);
    // limits: qnorm(.975) * sqrt(mean(residuals(h)^2) * (1 + cumsum of (.5 * (1 + .3 j))^2))
    expectRows(forecastInterval([10, 12, 13, 15, 14, 18, 19, 22], 3, { method: 'HOLT' }), [
      [9, 23.011539828124995, 20.06703322802025, 25.95604642822974],
      [10, 24.769753562499996, 21.257881633536623, 28.28162549146337],
      [11, 26.527967296874994, 22.299241640013392, 30.756692953736597],
    ])
  })

  it('starts at the first value there is', () => {
    const late = forecastInterval([undefined, undefined, 10, 12, 13, 15, 14, 18, 19, 22], 3, { method: 'HOLT' })
    const early = forecastInterval([10, 12, 13, 15, 14, 18, 19, 22], 3, { method: 'HOLT' })
    expect(late).toEqual(early.map((row) => ({ ...row, period: row.period + 2 })))
  })
})

describe('theilSen', () => {
  it.each([
    // scipy 1.10: stats.theilslopes(y, x, method="joint")
    [[1, 2, 3, 4, 5, 6, 7, 8], [3, 5, 4, 6, 7, 6, 9, 8], 0.7571428571428571, 2.607142857142857],
    [[1, 2, 4, 7, 9], [2.5, 1, 6, 30, 8], 1.0833333333333335, 1.4166666666666665],
  ])('of %j and %j', (xs, ys, slope, intercept) => {
    const found = theilSen(xs, ys)
    expect(found.slope).toBeCloseTo(slope, 12)
    expect(found.intercept).toBeCloseTo(intercept, 12)
  })

  it('refuses more than 4,000 points', () => {
    const many = Array.from({ length: 4001 }, (_, i) => i)
    expect(() => theilSen(many, many)).toThrow('values has 4001 numbers, and THEILSEN takes at most 4000.')
  })
})

describe('THEILSEN', () => {
  it('is not bent by one odd value', () => {
    const months = Array.from({ length: 12 }, (_, i) => 50 + 2 * i + (i % 2))
    const odd = [...months.slice(0, 10), 300, ...months.slice(11)]
    const [plain] = forecastInterval(months, 1, { method: 'THEILSEN' })
    const [found] = forecastInterval(odd, 1, { method: 'THEILSEN' })
    const [bent] = forecastInterval(odd, 1)
    expect(Math.abs(found!.forecast - plain!.forecast)).toBeLessThan(1)
    expect(Math.abs(bent!.forecast - plain!.forecast)).toBeGreaterThan(50)
    expect(found!.high - found!.low).toBeLessThan(0.1 * (bent!.high - bent!.low))
  })

  it('takes its limits from the median absolute residual', () => {
    // R 4: residuals of the joint line; 1.4826 * (1 + 5 / 6) * median(abs(r)) * qt(.975, 6) * sqrt(1 + 1/8 + 4.5^2/42)
    expectRows(forecastInterval([3, 5, 4, 6, 7, 6, 9, 8], 1, { method: 'THEILSEN' }), [
      [9, 9.42142857142857, 2.9170364369935058, 15.925820705863636],
    ])
  })

  it('takes them from the mean where over half of the values lie on the line', () => {
    // The line is 1 to 6 with one value 3 above it: sqrt(pi / 2) * 3 / 4 * qt(.975, 4) * sqrt(1 + 1/6 + 3.5^2/17.5)
    expectRows(forecastInterval([1, 2, 6, 4, 5, 6], 1, { method: 'THEILSEN' }), [
      [7, 7, 3.4343092102542174, 10.565690789745783],
    ])
  })
})

describe('forecastInterval', () => {
  it('carries on a steady trend by every method', () => {
    fc.assert(
      fc.property(method, fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), (by, start, step) => {
        const values = Array.from({ length: 7 }, (_, i) => start + step * i)
        for (const { period, forecast, low, high } of forecastInterval(values, 3, { method: by })) {
          expect(forecast).toBeCloseTo(start + step * (period - 1), 9)
          expect(high - low).toBeCloseTo(0, 9)
        }
      }),
    )
  })

  it('moves and scales with the values, has the forecast within its limits, and is less sure the farther it looks', () => {
    fc.assert(
      fc.property(method, series, (by, values) => {
        const found = forecastInterval(values, 4, { method: by })
        const moved = forecastInterval(
          values.map((value) => 2 * value + 30),
          4,
          { method: by },
        )
        found.forEach(({ period, forecast, low, high }, i) => {
          expect(period).toBe(values.length + 1 + i)
          expect(moved[i]!.forecast).toBeCloseTo(2 * forecast + 30, 6)
          expect(moved[i]!.low).toBeCloseTo(2 * low + 30, 6)
          expect(Math.min(forecast - low, high - forecast)).toBeGreaterThanOrEqual(-1e-9)
          if (i > 0) expect(high - low).toBeGreaterThanOrEqual(found[i - 1]!.high - found[i - 1]!.low - 1e-9)
        })
      }),
    )
  })

  it('holds forecasts and limits to the bounds', () => {
    fc.assert(
      fc.property(method, series, (by, values) => {
        const free = forecastInterval(values, 3, { method: by })
        const held = forecastInterval(values, 3, { method: by, min: -20, max: 20 })
        const bound = (value: number) => Math.min(20, Math.max(-20, value))
        expect(held).toEqual(
          free.map(({ period, forecast, low, high }) => {
            return { period, forecast: bound(forecast), low: bound(low), high: bound(high) }
          }),
        )
      }),
    )
  })

  it.each(methods)('refuses fewer than three values by %s', (by) => {
    const tooFew = () => forecastInterval([4, undefined, 5, undefined], 1, { method: by })
    expect(tooFew).toThrow('values has 2 numbers, and 3 are needed at least.')
  })
})
