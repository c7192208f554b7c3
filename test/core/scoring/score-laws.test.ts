import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketScores } from '../../../core/scoring/bucket-scores.ts'
import { normalized } from '../../../core/scoring/normalized.ts'
import { quantileTiers } from '../../../core/scoring/quantile-tiers.ts'
import { scoreParts } from '../../../core/scoring/score-parts.ts'
import { tierLabels, tiers } from '../../../core/scoring/tiers.ts'
import { weightedScores } from '../../../core/scoring/weighted-scores.ts'

const value = fc.integer({ min: -500, max: 500 })
const gap = fc.option(value, { nil: undefined, freq: 5 })
const column = fc.array(value, { minLength: 1, maxLength: 40 })
const gappy = fc.array(gap, { minLength: 1, maxLength: 30 })
const bins = fc.integer({ min: 2, max: 9 })
const scaled = fc.constantFrom('MINMAX' as const, 'PERCENTRANK' as const)
const robustless = fc.constantFrom('MINMAX' as const, 'PERCENTRANK' as const, 'ZSCORE' as const)
const mirrored = <T>(values: readonly T[]) => [...values].reverse()

describe('bucketScores', () => {
  it('does not depend on the order of the rows, nor on the unit or the zero of the values, by VALUE', () => {
    fc.assert(
      fc.property(column, bins, (given, count) => {
        const scores = bucketScores(given, count)
        expect(mirrored(bucketScores(mirrored(given), count))).toEqual(scores)
        const other = given.map((x) => 4 * x + 16)
        expect(bucketScores(other, count)).toEqual(scores)
      }),
    )
  })

  it('never scores a larger value lower, by RANK, and orders equal values by first appearance', () => {
    fc.assert(
      fc.property(column, bins, (given, count) => {
        const scores = bucketScores(given, count, 'RANK')
        const order = given.map((x, row) => ({ x, row, score: scores[row] as number }))
        order.sort((a, b) => a.x - b.x || a.row - b.row)
        for (const [i, { score }] of order.entries()) expect(score).toBeGreaterThanOrEqual(order[i - 1]?.score ?? 1)
        expect(Math.max(...scores)).toBe(Math.min(count, given.length))
      }),
    )
  })

  it('gives the lowest 1 and, where all differ and there are enough, the highest the number of bins', () => {
    fc.assert(
      fc.property(fc.uniqueArray(value, { minLength: 9, maxLength: 40 }), bins, (given, count) => {
        for (const method of ['VALUE', 'RANK'] as const) {
          const scores = bucketScores(given, count, method)
          expect(scores[given.indexOf(Math.min(...given))]).toBe(1)
          expect(scores[given.indexOf(Math.max(...given))]).toBe(count)
        }
      }),
    )
  })

  it('counts as PERCENTILE.INC cuts: 1 + the quantiles below, worked by hand', () => {
    // quantiles of 1, 2, 3, 4, 100 at 1/4, 1/2, 3/4 are 2, 3 and 4
    expect(bucketScores([1, 2, 3, 4, 100], 4)).toEqual([1, 1, 2, 3, 4])
    // at 1/3 and 2/3 of 10, 20 they are 13.33 and 16.67
    expect(bucketScores([10, 20], 3)).toEqual([1, 3])
    expect(bucketScores([], 5)).toEqual([])
    expect(bucketScores([], 5, 'RANK')).toEqual([])
    expect(bucketScores([7], 5, 'RANK')).toEqual([1])
  })
})

describe('tiers', () => {
  const bounds = fc.uniqueArray(value, { minLength: 1, maxLength: 6 }).map((list) => list.sort((a, b) => a - b))

  it('gives the label of the number of bounds that a score reaches, whatever the other scores', () => {
    fc.assert(
      fc.property(bounds, gappy, (thresholds, scores) => {
        const labels = Array.from({ length: thresholds.length + 1 }, (_, i) => `T${i}`)
        const found = tiers(scores, thresholds, labels)
        for (const [i, score] of scores.entries()) {
          const reached = score === undefined ? undefined : `T${thresholds.filter((bound) => score >= bound).length}`
          expect(found[i]).toBe(reached)
        }
      }),
    )
  })

  it('names three tiers C, B, A and numbers any others', () => {
    expect(tierLabels(2)).toEqual([1, 2])
    expect(tierLabels(3)).toEqual(['C', 'B', 'A'])
    expect(tierLabels(4)).toEqual([1, 2, 3, 4])
  })
})

describe('quantileTiers', () => {
  it('keeps equal values together by VALUE and counts apart by one at most by RANK, blanks left out', () => {
    fc.assert(
      fc.property(gappy, bins, (values, count) => {
        const labels = Array.from({ length: count }, (_, i) => i)
        const together = quantileTiers(values, count, 'VALUE', labels)
        for (const [i, x] of values.entries()) expect(together[i]).toBe(together[values.indexOf(x)])
        const even = quantileTiers(values, count, 'RANK', labels)
        const sizes = labels.map((label) => even.filter((tier) => tier === label).length)
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        for (const [i, x] of values.entries()) expect(even[i] === undefined).toBe(x === undefined)
      }),
    )
  })

  it('is three tiers by VALUE where nothing is said', () => {
    expect(quantileTiers([1, 2, 3, 4, 5, 6])).toEqual(['C', 'C', 'B', 'B', 'A', 'A'])
    expect(quantileTiers([1, 1, 1, 1, 1, 6])).toEqual(['C', 'C', 'C', 'C', 'C', 'A'])
    expect(() => quantileTiers([1], 3, 'VALUE', ['a', 'b', 'c', 'd'])).toThrow('4 labels for 3 tiers.')
  })
})

describe('normalized', () => {
  it('keeps the order of the values, turns it where lower is better, and keeps equal values together', () => {
    fc.assert(
      fc.property(column, robustless, (given, method) => {
        const up = normalized(given, method) as number[]
        const down = normalized(given, method, -1) as number[]
        for (const [i, x] of given.entries()) {
          const first = given.indexOf(x)
          expect(up[i]).toBe(up[first])
          const least = given.indexOf(Math.min(...given))
          expect(up[i]).toBeGreaterThanOrEqual(up[least] as number)
          expect(down[i]).toBeLessThanOrEqual(down[least] as number)
          if (x > (given[0] as number)) {
            expect(up[i]).toBeGreaterThan(up[0] as number)
            expect(down[i]).toBeLessThan(down[0] as number)
          }
        }
      }),
    )
  })

  it('runs from 0 to the scale, or stands at its middle where all values are equal', () => {
    fc.assert(
      fc.property(column, scaled, fc.constantFrom(1, 10, 100), (given, method, scale) => {
        const result = normalized(given, method, 1, scale) as number[]
        if (given.every((x) => x === given[0])) {
          expect(new Set(result)).toEqual(new Set([scale / 2]))
          return
        }
        expect(Math.min(...result)).toBe(0)
        if (method === 'MINMAX') expect(Math.max(...result)).toBe(scale)
        expect(Math.max(...result)).toBeLessThanOrEqual(scale)
      }),
    )
  })

  it('has mean 0 and sample standard deviation 1 by ZSCORE', () => {
    fc.assert(
      fc.property(column, (given) => {
        const result = normalized(given, 'ZSCORE') as number[]
        const mean = result.reduce((sum, x) => sum + x, 0) / result.length
        expect(mean).toBeCloseTo(0, 9)
        if (given.every((x) => x === given[0])) return
        expect(result.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (result.length - 1)).toBeCloseTo(1, 9)
      }),
    )
  })

  it('does not change with the unit or the zero of the values, nor with the order of the rows', () => {
    fc.assert(
      fc.property(column, robustless, (given, method) => {
        const result = normalized(given, method) as number[]
        const other = normalized(
          given.map((x) => 0.3 * x - 20),
          method,
        )
        const backwards = mirrored(normalized(mirrored(given), method))
        for (const [i, x] of result.entries()) {
          if (method !== 'PERCENTRANK') expect(other[i]).toBeCloseTo(x, 8)
          expect(backwards[i]).toBeCloseTo(x, 10)
        }
      }),
    )
  })

  it('leaves blanks blank, and out of every count', () => {
    fc.assert(
      fc.property(gappy, robustless, (given, method) => {
        const result = normalized(given, method)
        expect(result.map((x) => x === undefined)).toEqual(given.map((x) => x === undefined))
        const filled = given.filter((x) => x !== undefined)
        expect(result.filter((x) => x !== undefined)).toEqual(normalized(filled, method))
      }),
    )
  })

  it('counts the values above instead of those below where lower is better, by PERCENTRANK', () => {
    // of 1, 2, 2, 4 the other values above them are 3, 1, 1 and 0, out of 3
    expect(normalized([1, 2, 2, 4], 'PERCENTRANK', -1, 3)).toEqual([3, 1, 1, 0])
    expect(normalized([1, 2, 2, 4], 'PERCENTRANK', 1, 3)).toEqual([0, 1, 1, 3])
  })
})

describe('weightedScores', () => {
  const rows = fc.array(fc.tuple(gap, gap, gap), { minLength: 1, maxLength: 20 })
  const weights = fc.tuple(...[1, 0, 0].map((min) => fc.integer({ min, max: 9 })))
  const of = (given: readonly (readonly (number | undefined)[])[], list: readonly number[]) =>
    list.map((weight, i) => ({ values: given.map((row) => row[i]), weight }))

  it('does not depend on the order of the rows or of the columns', () => {
    fc.assert(
      fc.property(rows, weights, scaled, (given, list, method) => {
        const scores = weightedScores(of(given, list), method)
        const backwards = mirrored(weightedScores(of(mirrored(given), list), method))
        const turned = weightedScores(mirrored(of(given, list)), method)
        for (const [i, score] of scores.entries()) {
          if (score === undefined) expect([backwards[i], turned[i]]).toEqual([undefined, undefined])
          else for (const other of [backwards[i], turned[i]]) expect(other).toBeCloseTo(score, 9)
        }
      }),
    )
  })

  it('is the normalised value where one indicator alone counts, and blank where it is', () => {
    fc.assert(
      fc.property(rows, scaled, (given, method) => {
        const alone = normalized(
          given.map((row) => row[1]),
          method,
        )
        const scores = weightedScores(of(given, [0, 4, 0]), method)
        for (const [i, x] of alone.entries()) {
          if (x === undefined) expect(scores[i]).toBeUndefined()
          else expect(scores[i]).toBeCloseTo(x, 10)
        }
      }),
    )
  })

  it('lies between the lowest and the highest of its normalised indicators', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const columns = [0, 1, 2].map((i) => normalized(given.map((row) => row[i])))
        for (const [i, score] of weightedScores(of(given, [5, 3, 1])).entries()) {
          const present = columns.map((each) => each[i]).filter((x) => x !== undefined)
          if (score === undefined) expect(present).toEqual([])
          else {
            expect(score).toBeGreaterThanOrEqual(Math.min(...present) - 1e-9)
            expect(score).toBeLessThanOrEqual(Math.max(...present) + 1e-9)
          }
        }
      }),
    )
  })

  it('grows with the scale', () => {
    fc.assert(
      fc.property(rows, weights, (given, list) => {
        const ten = weightedScores(of(given, list), 'MINMAX', 10)
        for (const [i, score] of weightedScores(of(given, list), 'MINMAX', 1).entries()) {
          if (score !== undefined) expect(ten[i]).toBeCloseTo(10 * score, 9)
        }
      }),
    )
  })
})

describe('scoreParts', () => {
  it('shares the weight of a blank among the others, and says nothing where only weights of 0 remain', () => {
    const indicators = [
      { values: [0, 10, undefined], weight: 2 },
      { values: [undefined, 4, 8], weight: 0 },
      { values: [6, undefined, undefined], weight: 6 },
    ]
    // one value in a column is half the scale
    expect(scoreParts(indicators, 'MINMAX', 1)).toEqual([
      [0, 1, undefined],
      [undefined, 0, undefined],
      [0.375, undefined, undefined],
    ])
  })

  it('turns an indicator where lower is better', () => {
    const values = [1, 3, 5]
    expect(scoreParts([{ values, weight: 1, direction: -1 }], 'MINMAX', 1)).toEqual([[1, 0.5, 0]])
  })
})
