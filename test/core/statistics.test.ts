import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../../core/normal-quantile.ts'
import { npsCounts } from '../../core/nps-counts.ts'
import { npsStats } from '../../core/nps-stats.ts'
import { percentileInc } from '../../core/percentile-inc.ts'
import { wilsonInterval } from '../../core/wilson-interval.ts'

const counts = fc.record({ promoters: fc.nat(500), passives: fc.nat(500), detractors: fc.nat(500) })

describe('normalQuantile', () => {
  // scipy.special.ndtri
  it.each([
    [1e-20, -9.262340089798409],
    [0.001, -3.090232306167813],
    [0.05, -1.6448536269514729],
    [0.3, -0.5244005127080409],
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.975, 1.959963984540054],
    [0.9999, 3.719016485455709],
  ])('of %d is %d', (p, quantile) => expect(normalQuantile(p)).toBeCloseTo(quantile, 12))

  it('has no value outside 0 to 1', () => {
    expect([0, 1].map(normalQuantile)).toEqual([-Infinity, Infinity])
    expect([-0.1, 1.1, -2, Number.NaN].map(normalQuantile)).toEqual(Array(4).fill(Number.NaN))
  })
})

describe('wilsonInterval', () => {
  // Newcombe (1998), table I, method 3
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d is %d to %d', (successes, n, low, high) => {
    const interval = wilsonInterval(successes, n)
    expect(interval?.low).toBeCloseTo(low, 4)
    expect(interval?.high).toBeCloseTo(high, 4)
    expect(interval?.rate).toBe(successes / n)
  })

  it('is undefined without trials', () => expect(wilsonInterval(0, 0)).toBeUndefined())

  it('holds the rate, stays within 0 to 1 and widens with confidence', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const successes = Math.round(n * share)
        const usual = wilsonInterval(successes, n) as NonNullable<ReturnType<typeof wilsonInterval>>
        const sure = wilsonInterval(successes, n, 0.99) as typeof usual
        expect(usual.low).toBeLessThanOrEqual(usual.rate + 1e-12)
        expect(usual.high).toBeGreaterThanOrEqual(usual.rate - 1e-12)
        expect(sure.low).toBeLessThanOrEqual(usual.low)
        expect(sure.high).toBeGreaterThanOrEqual(usual.high)
        expect(Math.min(sure.low, 1 - sure.high)).toBeGreaterThanOrEqual(-1e-12)
      }),
    )
  })
})

describe('npsStats', () => {
  const ten = { promoters: 6, passives: 2, detractors: 2 }

  // The formulas of Rocks (2016) worked with numpy
  it.each([
    ['ADJUSTED', 0.95, 22.120207860968925, -12.585579968808114, 74.12404150726965],
    ['ADJUSTED', 0.9, 22.120207860968925, -5.615273359804434, 67.15373489826597],
    ['WALD', 0.95, 25.29822128134704, -9.58360258436493, 89.58360258436493],
  ] as const)('of 6, 2 and 2 by %s at %d', (method, confidence, error, low, high) => {
    const stats = npsStats(ten, confidence, method)
    expect(stats?.nps).toBe(40)
    expect(stats?.standardError).toBeCloseTo(error, 10)
    expect(stats?.low).toBeCloseTo(low, 10)
    expect(stats?.high).toBeCloseTo(high, 10)
  })

  it('is undefined without answers', () => {
    expect(npsStats({ promoters: 0, passives: 0, detractors: 0 })).toBeUndefined()
  })

  it('is the opposite where promoters and detractors change places', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const stats = npsStats(given)
        const mirrored = npsStats({ ...given, promoters: given.detractors, detractors: given.promoters })
        expect(mirrored?.nps ?? 0).toBeCloseTo(-(stats?.nps ?? 0), 9)
        expect(mirrored?.low ?? 0).toBeCloseTo(-(stats?.high ?? 0), 9)
      }),
    )
  })

  it('has limits within -100 and 100, even for one answer', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom('ADJUSTED' as const, 'WALD' as const), (given, method) => {
        const stats = npsStats(given, 0.99, method)
        if (stats === undefined) return
        expect(stats.low).toBeGreaterThanOrEqual(-100)
        expect(stats.high).toBeLessThanOrEqual(100)
        expect(stats.low).toBeLessThanOrEqual(stats.high)
      }),
    )
  })
})

describe('npsCounts', () => {
  it('counts whole numbers from 0 to 10 and ignores the rest', () => {
    const scores = [0, 6, 7, 8, 9, 10, 11, -1, 9.5, Number.NaN]
    expect(npsCounts(scores)).toEqual({ promoters: 2, passives: 2, detractors: 2, ignored: 4 })
  })

  it('counts an answer as often as its weight says', () => {
    expect(npsCounts([10, 3, 99], [2.5, 0, 7])).toEqual({ promoters: 2.5, passives: 0, detractors: 0, ignored: 1 })
  })
})

describe('percentileInc', () => {
  it('agrees with the example in the documentation of PERCENTILE.INC', () => {
    expect(percentileInc([1, 2, 3, 4], 3, 10)).toBeCloseTo(1.9, 12)
  })

  it('gives one of the numbers exactly where the position is whole', () => {
    const numbers = Array.from({ length: 101 }, (_, i) => i / 7)
    expect(percentileInc(numbers, 29, 100)).toBe(numbers[29])
  })
})
