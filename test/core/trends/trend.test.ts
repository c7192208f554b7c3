import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inversions } from '../../../core/trends/inversions.ts'
import { kendall } from '../../../core/trends/kendall.ts'
import { trend } from '../../../core/trends/trend.ts'

/** Annual flow of the Nile at Aswan, 1871 to 1970, in 10^8 m^3: `Nile` in R. */
const nile = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100,
  1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456,
  824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897,
  822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975,
  815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
]
const years = nile.map((_, i) => i + 1)

const point = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: -6, max: 6 }))
const points = fc.array(point, { minLength: 3, maxLength: 40 })
const xsOf = (given: [number, number][]) => given.map(([x]) => x)
const ysOf = (given: [number, number][]) => given.map(([, y]) => y)

describe('inversions', () => {
  it.each([
    [[], 0],
    [[1], 0],
    [[1, 2, 2, 3], 0],
    [[3, 2, 1], 3],
    [[2, 2, 1, 1], 4],
    [[5, 1, 4, 2, 3], 6],
  ] as const)('of %j are %d', (values, count) => expect(inversions(values)).toBe(count))
})

describe('kendall', () => {
  it('agrees with the example of Hollander and Wolfe (1973), p. 187, in help(cor.test)', () => {
    // T = 26 of 36 pairs rise, tau = 0.4444
    const x = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1]
    const y = [2.6, 3.1, 2.5, 5, 3.6, 4, 5.2, 2.8, 3.8]
    const found = kendall(x, y)
    expect(found.score).toBe(26 - 10)
    expect(found.tau).toBeCloseTo(4 / 9, 12)
    // R 4: cor.test(x, y, method = "kendall", exact = FALSE, continuity = TRUE)
    expect(found.p).toBeCloseTo(0.11785089502136502, 12)
  })

  it("has the p of R's trend::mk.test(maxau[, 'Q']): S = -144 of 45 untied values, z = -1.3989, p = 0.1619", () => {
    // any order with that score has the same p
    const values = Array.from({ length: 45 }, (_, i) => i)
    const found = kendall(values, withScore(45, -144))
    expect(found.score).toBe(-144)
    expect(found.tau).toBeCloseTo(-0.1454545, 7)
    expect(found.p).toBeCloseTo(0.1619, 4)
  })

  // R 4: cor.test(method = "kendall", exact = FALSE, continuity = TRUE)
  it.each([
    ['ties in y', years, nile, -0.280741334724613, 3.658262921664341e-5],
    ['ties in both', [1, 1, 2, 3, 3, 3, 4, 5, 6, 6], [2, 3, 3, 5, 4, 5, 5, 9, 7, 9], 0.85, 0.0020174587432356915],
  ])('agrees with R with %s', (_, xs, ys, tau, p) => {
    const found = kendall(xs, ys)
    expect(found.tau).toBeCloseTo(tau, 12)
    expect(Math.abs(found.p - p) / p).toBeLessThan(1e-11)
  })

  it('counts what counting every pair would', () => {
    fc.assert(
      fc.property(points, (given) => {
        let score = 0
        given.forEach(([x, y], i) => {
          for (const [u, v] of given.slice(0, i)) score += Math.sign(x - u) * Math.sign(y - v)
        })
        expect(kendall(xsOf(given), ysOf(given)).score).toBe(score)
      }),
    )
  })

  it('does not mind the order of points, and x and y may change places', () => {
    fc.assert(
      fc.property(points, (given) => {
        const found = kendall(xsOf(given), ysOf(given))
        const reversed = [...given].reverse()
        expect(kendall(xsOf(reversed), ysOf(reversed))).toEqual(found)
        const swapped = kendall(ysOf(given), xsOf(given))
        expect(swapped.score).toBe(found.score)
        expect(swapped.p).toBeCloseTo(found.p, 12)
      }),
    )
  })

  it('has tau 1 where all rise and -1 where all fall', () => {
    expect(kendall([1, 2, 3, 4], [10, 20, 30, 31]).tau).toBe(1)
    expect(kendall([1, 2, 3, 4], [31, 30, 20, 10]).tau).toBe(-1)
  })
})

describe('trend', () => {
  it('finds that the Nile fell', () => {
    const found = trend(years, nile)
    // R 4: lm(Nile ~ I(1:100))
    expect(found.slope).toBeCloseTo(-2.714305430543053, 11)
    expect(found.direction).toBe('down')
  })

  it('turns round where values turn their sign', () => {
    expect(
      trend(
        years,
        nile.map((flow) => -flow),
      ),
    ).toMatchObject({ direction: 'up', tau: -kendall(years, nile).tau! })
  })

  it('is not clear for three values, and for values that are all equal', () => {
    // z = (3 - 1) / sqrt(11 / 3), two-sided p 0.2963
    const three = trend([1, 2, 3], [1, 2, 3])
    expect(three.p).toBeCloseTo(0.29627, 5)
    expect(three).toMatchObject({ slope: 1, tau: 1, direction: 'none' })
    expect(trend([1, 2, 3], [4, 4, 4])).toEqual({ slope: 0, tau: undefined, p: 1, direction: 'none' })
  })

  it('is clear from five values in a row, and not from four', () => {
    // z = (10 - 1) / sqrt(50 / 3) = 2.2045, p = 0.0275; (6 - 1) / sqrt(26 / 3) = 1.698, p = 0.0894
    expect(trend([1, 2, 3, 4, 5], [1, 2, 4, 5, 9])).toMatchObject({ direction: 'up' })
    expect(trend([1, 2, 3, 4, 5], [1, 2, 4, 5, 9]).p).toBeCloseTo(0.0275, 4)
    expect(trend([1, 2, 3, 4], [1, 2, 4, 5])).toMatchObject({ direction: 'none' })
    expect(trend([1, 2, 3, 4], [1, 2, 4, 5]).p).toBeCloseTo(0.0894, 3)
  })

  it('refuses fewer than three values, and times that are all one', () => {
    expect(() => trend([1, 2], [3, 4])).toThrow('values has 2 numbers, and 3 are needed at least.')
    expect(() => trend([5, 5, 5], [1, 2, 3])).toThrow('all dates are the same day.')
  })
})

/** Numbers from 1 to n in an order of which rising less falling pairs are `score`. */
function withScore(n: number, score: number): number[] {
  let falling = ((n * (n - 1)) / 2 - score) / 2
  const left = Array.from({ length: n }, (_, i) => i + 1)
  const order: number[] = []
  while (left.length > 0) {
    const at = Math.min(falling, left.length - 1)
    falling -= at
    order.push(...left.splice(at, 1))
  }
  return order
}
