import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { npsStats } from '../../../core/satisfaction/nps-stats.ts'
import { meanComparison } from '../../../core/statistics/mean-comparison.ts'
import { npsComparison } from '../../../core/statistics/nps-comparison.ts'
import { pairedComparison } from '../../../core/statistics/paired-comparison.ts'
import { rateComparison } from '../../../core/statistics/rate-comparison.ts'

/** Extra hours of sleep by two drugs, the same ten people; Student (1908), and `sleep` in R. */
const drug1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
const drug2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

const number = fc.integer({ min: -50, max: 50 })
const numbers = fc.array(number, { minLength: 1, maxLength: 20 })
const count = fc.tuple(fc.nat(200), fc.nat(200)).map(([successes, rest]) => ({ successes, n: successes + rest + 1 }))
const groups = fc.record({ promoters: fc.nat(50), passives: fc.nat(50), detractors: fc.nat(50) })
const answered = groups.filter(({ promoters, passives, detractors }) => promoters + passives + detractors > 0)

describe('rateComparison', () => {
  // Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10: the first group is `after` here.
  // p: R 4, prop.test(correct = FALSE)
  it.each([
    ['a', 56, 70, 48, 80, 0.0524, 0.3339, 0.008045081368196564, 'up'],
    ['b', 9, 10, 3, 10, 0.1705, 0.809, 0.006169899320544153, 'up'],
    ['c', 6, 7, 2, 7, 0.0582, 0.8062, 0.03075356125927456, 'up'],
    ['d', 5, 56, 0, 29, -0.0381, 0.1926, 0.09718656817057975, 'none'],
    ['e', 0, 10, 0, 20, -0.1611, 0.2775, 1, 'none'],
    ['f', 0, 10, 0, 10, -0.2775, 0.2775, 1, 'none'],
    ['g', 10, 10, 0, 20, 0.6791, 1, 4.320463057827497e-8, 'up'],
    ['h', 10, 10, 0, 10, 0.6075, 1, 7.744216431044084e-6, 'up'],
  ] as const)('example %s: %d of %d after %d of %d', (_, a, m, b, n, low, high, p, verdict) => {
    const found = rateComparison({ successes: b, n }, { successes: a, n: m })
    expect([found.before, found.after]).toEqual([b / n, a / m])
    expect(found.change).toBe(a / m - b / n)
    expect(found.low).toBeCloseTo(low, 4)
    expect(found.high).toBeCloseTo(high, 4)
    expect(found.p).toBeCloseTo(p, 12)
    expect(found.verdict).toBe(verdict)
  })

  it('needs both the limits and p for a verdict', () => {
    // p is 0.042, but the limits reach down to -0.011
    const found = rateComparison({ successes: 0, n: 30 }, { successes: 3, n: 23 })
    expect(found.p).toBeCloseTo(0.041688012335921704, 12)
    expect(found.low).toBeCloseTo(-0.011410860258626532, 12)
    expect(found.verdict).toBe('none')
    expect(rateComparison({ successes: 3, n: 23 }, { successes: 0, n: 30 }).verdict).toBe('none')
    // the limits begin at 0.017, but p is 0.053
    const other = rateComparison({ successes: 0, n: 2 }, { successes: 4, n: 5 })
    expect(other.p).toBeCloseTo(0.05333685282913981, 12)
    expect(other.low).toBeCloseTo(0.017290209780765675, 12)
    expect(other.verdict).toBe('none')
  })

  it('turns round where before and after change places', () => {
    fc.assert(
      fc.property(count, count, (before, after) => {
        const found = rateComparison(before, after)
        const turned = rateComparison(after, before)
        expect(turned.low).toBeCloseTo(-found.high!, 12)
        expect(turned.p).toBeCloseTo(found.p!, 12)
        expect(turned.verdict).toBe({ up: 'down', down: 'up', none: 'none' }[found.verdict])
      }),
    )
  })

  it('has limits within -1 and 1 that hold the change and widen with confidence', () => {
    fc.assert(
      fc.property(count, count, (before, after) => {
        const { low, high, change } = rateComparison(before, after)
        const sure = rateComparison(before, after, 0.99)
        expect(low!).toBeLessThanOrEqual(change)
        expect(high!).toBeGreaterThanOrEqual(change)
        expect(Math.min(low! + 1, 1 - high!)).toBeGreaterThanOrEqual(-1e-12)
        expect(Math.min(low! - sure.low!, sure.high! - high!)).toBeGreaterThanOrEqual(-1e-12)
      }),
    )
  })
})

describe('meanComparison', () => {
  it("agrees with R's t.test on Student's sleep data", () => {
    const found = meanComparison(drug1, drug2)
    // help(t.test): t = -1.8608, df = 17.776, p-value = 0.07939, -3.3654832 to 0.2054832
    expect(found.low).toBeCloseTo(-0.20548323071171018, 12)
    expect(found.high).toBeCloseTo(3.3654832307117104, 12)
    expect(found.p).toBeCloseTo(0.07939414018735817, 12)
    expect(found).toMatchObject({ before: 0.75, after: 2.3299999999999996, verdict: 'none' })
    expect(meanComparison(drug1, drug2, 0.92).verdict).toBe('up')
    expect(meanComparison(drug2, drug1, 0.92).verdict).toBe('down')
  })

  it('works where one side does not vary', () => {
    // R 4: t.test(c(4, 5, 5, 3, 4), c(5, 5, 5), conf.level = 0.9)
    const found = meanComparison([5, 5, 5], [4, 5, 5, 3, 4], 0.9)
    expect(found.low).toBeCloseTo(-1.5976640275529392, 12)
    expect(found.high).toBeCloseTo(-0.0023359724470604065, 12)
    expect(found.p).toBeCloseTo(0.09930068321372687, 12)
    expect(found.verdict).toBe('down')
  })

  it.each([
    ['one value before', [3], [4, 5, 6]],
    ['one value after', [4, 5, 6], [3]],
    ['no variation, but for rounding', [0.1, 0.1, 0.1], [0.3, 0.3, 0.3]],
    ['squares beyond all numbers', [1e200, 2e200], [1e200, 4e200]],
  ])('has no limits and no verdict with %s', (_, before, after) => {
    const found = meanComparison(before, after)
    expect([found.low, found.high, found.p, found.verdict]).toEqual([undefined, undefined, undefined, 'none'])
    expect(found.change).toBe(found.after - found.before)
  })

  it('does not mind the order, nor a shift of all values', () => {
    fc.assert(
      fc.property(numbers, numbers, number, (before, after, shift) => {
        const found = meanComparison(before, after)
        const moved = meanComparison(
          [...before].reverse().map((x) => x + shift),
          after.map((x) => x + shift),
        )
        expect(moved.change).toBeCloseTo(found.change, 9)
        expect(moved.p ?? -1).toBeCloseTo(found.p ?? -1, 9)
        expect(moved.low ?? -1).toBeCloseTo(found.low ?? -1, 9)
      }),
    )
  })
})

describe('pairedComparison', () => {
  it("agrees with R's paired t.test on Student's sleep data", () => {
    const found = pairedComparison(drug1, drug2)
    // help(t.test): t = -4.0621, df = 9, p-value = 0.002833
    expect(found.change).toBeCloseTo(1.58, 12)
    expect(found.low).toBeCloseTo(0.7001142367230176, 12)
    expect(found.high).toBeCloseTo(2.4598857632769824, 12)
    expect(found.p).toBeCloseTo(0.00283289019738427, 12)
    expect(found).toMatchObject({ before: 0.75, after: 2.3299999999999996, verdict: 'up' })
  })

  it('has no limits for one pair, or where all changed alike', () => {
    for (const found of [pairedComparison([1], [4]), pairedComparison([1.1, 2.1, 5.1], [1.4, 2.4, 5.4])]) {
      expect([found.low, found.high, found.p, found.verdict]).toEqual([undefined, undefined, undefined, 'none'])
    }
  })
})

describe('npsComparison', () => {
  it('has the scores that the answers of each side have by themselves, to the last digit', () => {
    fc.assert(
      fc.property(answered, answered, (before, after) => {
        const found = npsComparison(before, after)
        expect([found.before, found.after]).toEqual([npsStats(before)?.nps, npsStats(after)?.nps])
      }),
    )
  })

  // The formulas of Rocks (2016) in numpy: adjusted scores 0.25 of 33 and -0.025641... of 39
  const before = { promoters: 10, passives: 15, detractors: 11 }
  const after = { promoters: 15, passives: 9, detractors: 6 }

  it('puts adjusted Wald limits around the difference of the adjusted scores', () => {
    const found = npsComparison(before, after)
    expect(found.before).toBeCloseTo(-100 / 36, 12)
    expect(found.after).toBe(30)
    expect(found.change).toBeCloseTo(30 + 100 / 36, 12)
    const adjusted = [
      [10.75 / 39, 11.75 / 39, 39],
      [15.75 / 33, 6.75 / 33, 33],
    ].map(([p = 0, d = 0, n = 0]) => ({ net: p - d, variance: (p + d - (p - d) ** 2) / n }))
    const difference = adjusted[1]!.net - adjusted[0]!.net
    const error = Math.sqrt(adjusted[0]!.variance + adjusted[1]!.variance)
    expect(found.low).toBeCloseTo(100 * (difference - 1.959963984540054 * error), 9)
    expect(found.high).toBeCloseTo(100 * (difference + 1.959963984540054 * error), 9)
    expect(found.verdict).toBe('none')
  })

  it('holds the limits to -200 and 200', () => {
    const [worst, best] = [
      { promoters: 0, passives: 0, detractors: 1 },
      { promoters: 1, passives: 0, detractors: 0 },
    ]
    expect(npsComparison(worst, best, 0.9999)).toMatchObject({ change: 200, high: 200, verdict: 'none' })
    expect(npsComparison(best, worst, 0.9999)).toMatchObject({ change: -200, low: -200, verdict: 'none' })
  })

  it('claims no change where the raw score stayed, though the adjusted one moved', () => {
    const many = { promoters: 100_000, passives: 0, detractors: 0 }
    const one = { promoters: 1, passives: 0, detractors: 0 }
    for (const found of [npsComparison(many, one), npsComparison(one, many)]) {
      expect(found.p).toBeLessThan(0.05)
      expect(found).toMatchObject({ change: 0, verdict: 'none' })
    }
  })

  it('turns round where before and after change places', () => {
    fc.assert(
      fc.property(answered, answered, (first, second) => {
        const found = npsComparison(first, second)
        const turned = npsComparison(second, first)
        expect(turned.change).toBeCloseTo(-found.change, 9)
        expect(turned.high).toBeCloseTo(-found.low!, 9)
        expect(turned.p).toBeCloseTo(found.p!, 12)
        expect(turned.verdict).toBe({ up: 'down', down: 'up', none: 'none' }[found.verdict])
      }),
    )
  })

  it('is sure of the same change from more answers', () => {
    const tenfold = (counts: typeof before) => ({
      promoters: 10 * counts.promoters,
      passives: 10 * counts.passives,
      detractors: 10 * counts.detractors,
    })
    expect(npsComparison(tenfold(before), tenfold(after)).verdict).toBe('up')
  })
})
