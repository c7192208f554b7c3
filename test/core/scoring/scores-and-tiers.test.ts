import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketScores } from '../../../core/scoring/bucket-scores.ts'
import { normalized } from '../../../core/scoring/normalized.ts'
import { quantileTiers } from '../../../core/scoring/quantile-tiers.ts'
import { scoreParts } from '../../../core/scoring/score-parts.ts'
import { tiers } from '../../../core/scoring/tiers.ts'
import { weightedScores } from '../../../core/scoring/weighted-scores.ts'

const value = fc.integer({ min: -1000, max: 1000 })
const values = fc.array(value, { minLength: 1, maxLength: 60 })
const bins = fc.integer({ min: 2, max: 12 })
const scoredRows = fc.array(fc.tuple(value, value, fc.option(value, { nil: undefined })), {
  minLength: 1,
  maxLength: 30,
})

describe('bucketScores', () => {
  it.each([
    // 1..10 in five: two each, whichever the method
    ['VALUE', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5, [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]],
    ['RANK', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5, [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]],
    // dplyr::ntile(c(5, 1, 3, 2, 2, 8, 9), 3): the first 7 mod 3 buckets are one larger
    ['RANK', [5, 1, 3, 2, 2, 8, 9], 3, [2, 1, 2, 1, 1, 3, 3]],
    // the 20 % quantile of these is 1 itself, and right-closed means that 1 is not above it
    ['VALUE', [1, 1, 1, 1, 9], 5, [1, 1, 1, 1, 5]],
    ['VALUE', [4, 4, 4], 5, [1, 1, 1]],
  ] as const)('by %s of %j in %d', (method, given, count, scores) => {
    expect(bucketScores(given, count, method)).toEqual(scores)
  })

  it('gives equal values equal scores, and higher values never lower ones, by VALUE', () => {
    fc.assert(
      fc.property(values, bins, (given, count) => {
        const scores = bucketScores(given, count)
        given.forEach((a, i) => {
          given.forEach((b, k) => {
            if (a === b) expect(scores[i]).toBe(scores[k])
            if (a < b) expect(scores[i]).toBeLessThanOrEqual(scores[k] as number)
          })
        })
      }),
    )
  })

  it('gives scores of sizes that differ by one at most, the lower the larger, by RANK', () => {
    fc.assert(
      fc.property(values, bins, (given, count) => {
        const scores = bucketScores(given, count, 'RANK')
        const sizes = Array.from({ length: count }, (_, i) => scores.filter((score) => score === i + 1).length)
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        expect([...sizes].sort((a, b) => b - a)).toEqual(sizes)
      }),
    )
  })
})

describe('tiers', () => {
  it('puts a score on a bound into the tier above it', () => {
    expect(tiers([59.9, 60, 79.9, 80, undefined], [60, 80])).toEqual(['C', 'B', 'B', 'A', undefined])
  })

  it('takes a score for the bound that only rounding keeps it below', () => {
    expect(tiers([59.999999999999986, 59.9999], [60, 80])).toEqual(['B', 'C'])
    expect(tiers([0.7 + 0.1, 0.3 - 0.1 - 0.2, -1e-6], [0, 0.8])).toEqual(['A', 'B', 'C'])
    expect(tiers([-1e9 - 1e-6, 1e9 - 1e-6, 1e9 - 1], [-1e9, 1e9])).toEqual(['B', 'A', 'B'])
  })

  it('numbers the tiers from the lowest where there are not three', () => {
    expect(tiers([1, 2, 3, 4], [2, 3, 4])).toEqual([1, 2, 3, 4])
  })

  it('refuses thresholds out of order and labels that do not match', () => {
    expect(() => tiers([1], [80, 60])).toThrow('thresholds has 60 after 80.')
    expect(() => tiers([1], [60, 60])).toThrow('thresholds has 60 after 60.')
    expect(() => tiers([1], [60, 80], ['B', 'A'])).toThrow('2 labels for 3 tiers.')
  })

  it('never puts a higher score into a lower tier', () => {
    fc.assert(
      fc.property(fc.uniqueArray(value, { minLength: 1, maxLength: 6 }), values, (bounds, scores) => {
        const ascending = [...bounds].sort((a, b) => a - b)
        const labels = Array.from({ length: ascending.length + 1 }, (_, i) => i)
        const found = tiers(
          [...scores].sort((a, b) => a - b),
          ascending,
          labels,
        )
        expect([...found].sort((a, b) => Number(a) - Number(b))).toEqual(found)
      }),
    )
  })
})

describe('quantileTiers', () => {
  it('keeps blanks blank and out of the count', () => {
    expect(quantileTiers([30, undefined, 10, 20])).toEqual(['A', undefined, 'C', 'B'])
  })

  it('makes equal counts by RANK, the first of equal values in the lower tier', () => {
    expect(quantileTiers([5, 5, 5, 5], 2, 'RANK', ['low', 'high'])).toEqual(['low', 'low', 'high', 'high'])
  })

  it('refuses a wrong number of labels', () => {
    expect(() => quantileTiers([1], 2, 'VALUE', ['one'])).toThrow('1 label for 2 tiers.')
  })
})

describe('normalized', () => {
  const five = [3, 7, 8, 12, 20]

  it.each([
    ['MINMAX', five, [0, 400 / 17, 500 / 17, 900 / 17, 100]],
    // scipy.stats.zscore(ddof=1)
    ['ZSCORE', five, [-1.08661074, -0.46569032, -0.31046021, 0.31046021, 1.55230105]],
    // (x - median) / (numpy percentile 75 - 25)
    ['ROBUST', five, [-1, -0.2, 0, 0.8, 2.4]],
    // the documentation of PERCENTRANK.INC: 2 is 0.333, 4 is 0.555 and 8 is 0.666 of these ten
    [
      'PERCENTRANK',
      [13, 12, 11, 8, 4, 3, 2, 1, 1, 1],
      [100, 800 / 9, 700 / 9, 600 / 9, 500 / 9, 400 / 9, 300 / 9, 0, 0, 0],
    ],
    ['MINMAX', [4, 4], [50, 50]],
    ['PERCENTRANK', [4, 4], [50, 50]],
    ['ZSCORE', [4], [0]],
    ['ROBUST', [4, 4], [0, 0]],
  ] as const)('by %s of %j', (method, given, expected) => {
    const result = normalized(given, method)
    expected.forEach((number, i) => {
      expect(result[i]).toBeCloseTo(number, 7)
    })
  })

  it('leaves blanks blank', () => expect(normalized([1, undefined, 3])).toEqual([0, undefined, 100]))

  it('refuses ROBUST where the quartiles are equal and the values are not', () => {
    expect(() => normalized([1, 5, 5, 5, 9], 'ROBUST')).toThrow('ROBUST cannot scale it')
  })

  it('is mirrored where lower is better', () => {
    fc.assert(
      fc.property(values, fc.constantFrom('MINMAX' as const, 'ZSCORE' as const), (given, method) => {
        const up = normalized(given, method)
        const down = normalized(given, method, -1)
        const sum = method === 'MINMAX' ? 100 : 0
        up.forEach((score, i) => {
          expect((score as number) + (down[i] as number)).toBeCloseTo(sum, 6)
        })
      }),
    )
  })
})

describe('weightedScores', () => {
  const columns = (rows: readonly (readonly (number | undefined)[])[], weights: readonly number[]) =>
    weights.map((weight, i) => ({ values: rows.map((row) => row[i]), weight }))

  it('leaves a blank indicator out and shares its weight among the others', () => {
    const indicators = columns(
      [
        [0, 0],
        [10, undefined],
        [5, 10],
        [undefined, undefined],
      ],
      [3, 1],
    )
    expect(weightedScores(indicators)).toEqual([0, 100, 62.5, undefined])
    expect(scoreParts(indicators)).toEqual([
      [0, 100, 37.5, undefined],
      [0, undefined, 25, undefined],
    ])
  })

  it('refuses negative weights and weights that are all 0', () => {
    expect(() => weightedScores(columns([[1, 2]], [1, -1]))).toThrow('weight -1 is negative.')
    expect(() => weightedScores(columns([[1, 2]], [0, 0]))).toThrow('all weights are 0.')
  })

  it('does not change when all weights are multiplied by the same number', () => {
    fc.assert(
      fc.property(scoredRows, fc.integer({ min: 2, max: 50 }), (rows, factor) => {
        const one = weightedScores(columns(rows, [3, 2, 1]))
        const other = weightedScores(columns(rows, [3 * factor, 2 * factor, factor]))
        one.forEach((score, i) => {
          expect(other[i]).toBeCloseTo(score as number, 8)
        })
      }),
    )
  })

  it('is the sum of its parts and stays between 0 and the scale', () => {
    fc.assert(
      fc.property(scoredRows, (rows) => {
        const indicators = columns(rows, [3, 2, 1])
        const parts = scoreParts(indicators, 'PERCENTRANK', 10)
        weightedScores(indicators, 'PERCENTRANK', 10).forEach((score, row) => {
          const sum = parts.reduce((total, column) => total + (column[row] ?? 0), 0)
          expect(score).toBeCloseTo(sum, 10)
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(10 + 1e-9)
        })
      }),
    )
  })

  it('never scores a customer lower than one that it equals or betters in every indicator', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 15 }), (rows) => {
        const scores = weightedScores(columns(rows, [2, 1])) as number[]
        rows.forEach((a, i) => {
          rows.forEach((b, k) => {
            if (a[0] >= b[0] && a[1] >= b[1]) expect(scores[i]).toBeGreaterThanOrEqual((scores[k] as number) - 1e-9)
          })
        })
      }),
    )
  })
})
