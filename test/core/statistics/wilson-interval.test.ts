import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilsonInterval } from '../../../core/statistics/wilson-interval.ts'

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
