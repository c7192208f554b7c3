import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logisticFit } from '../../../core/customers/logistic-fit.ts'
import { logisticProbability } from '../../../core/customers/logistic-probability.ts'

// mtcars of R: weight, horsepower, and whether the gearbox is manual.
const WEIGHT = [
  2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345, 2.2, 1.615,
  1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78,
]
const POWER = [
  110, 110, 93, 110, 175, 105, 245, 62, 95, 123, 123, 180, 180, 180, 205, 215, 230, 66, 52, 65, 97, 150, 150, 245, 175,
  66, 91, 113, 264, 175, 335, 109,
]
const MANUAL = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1]
const NEW = [
  [2.5, 100],
  [3, 150],
  [3.5, 200],
]

describe('logisticFit', () => {
  it('with lambda 0 is glm(am ~ wt + hp, family = binomial) of R 4.2', () => {
    const model = logisticFit([WEIGHT, POWER], MANUAL, 0)
    expect(model.slopes[0]).toBeCloseTo(-8.083475182444648, 8)
    expect(model.slopes[1]).toBeCloseTo(0.036255596082217, 10)
    const [weight = 0, power = 0] = model.means
    const intercept = model.intercept - (model.slopes[0] as number) * weight - (model.slopes[1] as number) * power
    expect(intercept).toBeCloseTo(18.866298717204149, 7)
    const chances = NEW.map((row) => logisticProbability(model, row))
    expect(chances[0]).toBeCloseTo(0.90747359191505, 10)
    expect(chances[1]).toBeCloseTo(0.51354982713013, 10)
    expect(chances[2]).toBeCloseTo(0.10204141343203, 10)
  })

  // numpy: 100 Newton steps on the objective in the docstring, z-scores with ddof 0; scipy's trust-exact agrees to 1e-9.
  it.each([
    [1, [0.659889610708849, 0.46682007161363004, 0.28320224970772323]],
    [10, [0.5203664186540357, 0.4294182472403015, 0.34299834072617325]],
  ])('with lambda %d finds the optimum that numpy finds', (lambda, chances) => {
    const model = logisticFit([WEIGHT, POWER], MANUAL, lambda)
    NEW.forEach((row, i) => {
      expect(logisticProbability(model, row)).toBeCloseTo(chances[i] as number, 10)
    })
  })

  it('takes lambda for 1 where it is left out', () => {
    expect(logisticFit([POWER], MANUAL)).toEqual(logisticFit([POWER], MANUAL, 1))
  })

  it('gives a yes and no feature the shares of its two groups', () => {
    // 1 of 4 without, 3 of 5 with.
    const model = logisticFit([[0, 0, 0, 0, 1, 1, 1, 1, 1]], [1, 0, 0, 0, 1, 1, 1, 0, 0], 0)
    expect(logisticProbability(model, [0])).toBeCloseTo(0.25, 12)
    expect(logisticProbability(model, [1])).toBeCloseTo(0.6, 12)
  })

  it('finds an optimum far out: one exception in 10,000', () => {
    const feature = Array.from({ length: 20_000 }, (_, i) => i % 2)
    const labels = feature.map((one, i) => (one === 1 ? Number(i !== 1) : Number(i % 4 === 0)))
    const model = logisticFit([feature], labels, 0)
    expect(logisticProbability(model, [1]) / 0.9999).toBeCloseTo(1, 10)
    expect(logisticProbability(model, [0])).toBeCloseTo(0.5, 10)
  })

  it('finds the optimum where full Newton steps run away from it', () => {
    const features = [
      [6.8, 18.4, 67, 101.5, 6783.5, 595.8, 215.5, 4.1],
      [12.8, 1261.8, 861.1, 88.3, 2.2, 687.5, 806.9, 1.7],
    ]
    const labels = [1, 0, 0, 0, 0, 0, 0, 0]
    const model = logisticFit(features, labels, 0)
    // At the optimum the errors are at right angles to the features.
    for (const column of [...features, labels.map(() => 1)]) {
      const errors = labels.map((label, row) => {
        const chance = logisticProbability(model, [features[0]?.[row] as number, features[1]?.[row] as number])
        return (column[row] as number) * (label - chance)
      })
      expect(errors.reduce((sum, error) => sum + error, 0)).toBeCloseTo(0, 9)
    }
  })

  it('gives a constant feature no weight, and neither one that the others add up to without lambda', () => {
    const alone = logisticFit([WEIGHT], MANUAL, 0)
    // A tenth does not add up to a mean of exactly itself.
    const constant = WEIGHT.map(() => 0.1)
    const sum = WEIGHT.map((weight) => 3 * weight + 7)
    const model = logisticFit([constant, WEIGHT, sum], MANUAL, 0)
    expect(model.slopes[0]).toBe(0)
    expect(model.slopes[1]).toBeCloseTo(alone.slopes[0] as number, 9)
    expect(model.slopes[2]).toBe(0)
    expect(logisticProbability(model, [5, 3, 16])).toBeCloseTo(logisticProbability(alone, [3]), 10)
    const both = logisticFit([WEIGHT, POWER], MANUAL, 0)
    const between = logisticFit([WEIGHT, sum, POWER], MANUAL, 0)
    expect(between.slopes[1]).toBe(0)
    expect(between.slopes[2]).toBeCloseTo(both.slopes[1] as number, 9)
    expect(logisticFit([constant], MANUAL, 0).slopes).toEqual([0])
    expect(logisticProbability(logisticFit([constant], MANUAL, 1), [2])).toBeCloseTo(13 / 32, 12)
  })

  it('shares the weight between equal features where there is a lambda', () => {
    const { slopes } = logisticFit([WEIGHT, WEIGHT], MANUAL, 1)
    expect(slopes[0]).toBeCloseTo(slopes[1] as number, 10)
    expect(slopes[0]).not.toBe(0)
  })

  it('needs both labels', () => {
    expect(() => logisticFit([[1, 2]], [0, 0], 1)).toThrow('labels is 0 in every row')
    expect(() => logisticFit([[1, 2]], [1, 1], 1)).toThrow('labels is 1 in every row')
  })
})

describe('separated labels', () => {
  // Which of these are separated is plain to see; 2,470 random tables agreed with a linear programme (scipy linprog).
  it.each<[string, number[][], number[]]>([
    ['by one feature', [[1, 2, 3, 4]], [0, 0, 1, 1]],
    ['downwards', [[4, 3, 2, 1]], [0, 0, 1, 1]],
    ['but for equal values on the border', [[1, 2, 3, 3, 4]], [0, 0, 1, 0, 1]],
    [
      'in one group only, whatever else is known',
      [
        [0, 0, 0, 0, 1, 1],
        [0, 0, 1, 1, 0, 1],
      ],
      [0, 1, 1, 0, 1, 1],
    ],
    ['in one group only, the other mixed', [[0, 0, 0, 1, 1]], [0, 1, 0, 1, 1]],
    [
      'by a mix of two features',
      [
        [1, 2, 3, 1, 2, 3],
        [1, 2, 3, 3, 4, 5],
      ],
      [0, 0, 0, 1, 1, 1],
    ],
    [
      'by having as many features as rows',
      [
        [1, 0, 0, 0],
        [0, 1, 0, 0],
        [0, 0, 1, 0],
      ],
      [1, 0, 1, 0],
    ],
    ['by a great distance', [[1e9, 2e9, 2e9 + 1, 3e9]], [0, 0, 1, 1]],
  ])('%s have no maximum likelihood, but one with lambda', (_, features, labels) => {
    expect(() => logisticFit(features, labels, 0)).toThrow('Use lambda 1.')
    const model = logisticFit(features, labels, 1)
    expect(model.slopes.every((slope) => Number.isFinite(slope))).toBe(true)
  })

  it.each<[string, number[][], number[]]>([
    ['one pair the wrong way round', [[1, 2, 3, 4]], [0, 1, 0, 1]],
    ['one row on the wrong side', [[1, 2, 3, 4, 5, 6, 7, 8]], [0, 0, 0, 0, 1, 1, 1, 0]],
    ['a pair that overlaps by a hair', [[0, 0.3, 0.5 + 1e-6, 0.5 - 1e-6, 0.7, 1]], [0, 0, 0, 1, 1, 1]],
    [
      'one of four crossed groups that is not mixed',
      [
        [0, 0, 0, 1, 1, 1, 0, 1],
        [0, 1, 1, 0, 0, 1, 0, 1],
      ],
      [0, 1, 0, 1, 0, 1, 1, 1],
    ],
    ['groups that are both mixed', [[0, 0, 1, 1]], [0, 1, 0, 1]],
  ])('are not those with %s', (_, features, labels) => {
    expect(() => logisticFit(features, labels, 0)).not.toThrow()
  })
})

describe('whatever the table', () => {
  const tables = fc
    .array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 3 }), fc.constantFrom(0, 1)), {
      minLength: 2,
      maxLength: 30,
    })
    .filter((rows) => new Set(rows.map(([, , label]) => label)).size === 2)
  const features = (rows: [number, number, number][]) => [rows.map(([a]) => a), rows.map(([, b]) => b)]
  const labelsOf = (rows: [number, number, number][]) => rows.map(([, , label]) => label)

  it('the mean probability over the rows that it learnt from is the share of 1', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(0.01, 1, 50), (rows, lambda) => {
        const model = logisticFit(features(rows), labelsOf(rows), lambda)
        const sum = rows.reduce((total, [a, b]) => total + logisticProbability(model, [a, b]), 0)
        expect(sum).toBeCloseTo(
          labelsOf(rows).reduce((total, label) => total + label, 0),
          7,
        )
      }),
    )
  })

  it('other units of a feature change no probability, and swapped labels swap it', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const one = logisticFit(features(rows), labelsOf(rows), 1)
        const [a, b] = features(rows) as [number[], number[]]
        const scaled = logisticFit([a.map((x) => 1000 * x - 5), b], labelsOf(rows), 1)
        const swapped = logisticFit(
          [b, a],
          labelsOf(rows).map((label) => 1 - label),
          1,
        )
        const chance = logisticProbability(one, [2, 1])
        expect(logisticProbability(scaled, [1995, 1])).toBeCloseTo(chance, 8)
        expect(logisticProbability(swapped, [1, 2])).toBeCloseTo(1 - chance, 8)
      }),
    )
  })

  it('without lambda the errors balance for every feature, or the labels are separated', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        let model: ReturnType<typeof logisticFit>
        try {
          model = logisticFit(features(rows), labelsOf(rows), 0)
        } catch (error) {
          expect(error).toMatchObject({ code: 'separable' })
          return
        }
        for (const column of features(rows)) {
          const errors = rows.map(
            ([a, b, label], i) => (column[i] as number) * (label - logisticProbability(model, [a, b])),
          )
          expect(errors.reduce((sum, error) => sum + error, 0)).toBeCloseTo(0, 5)
        }
      }),
    )
  })
})

describe('logisticProbability', () => {
  const model = { intercept: 0, slopes: [1, -2], means: [10, 0] }
  it.each([
    [[10, 0], 0.5],
    [[11, 0], 1 / (1 + Math.exp(-1))],
    [[10, 1], 1 / (1 + Math.exp(2))],
    [[1e15, 0], 1],
    [[-1e15, 0], 0],
  ])('of %j is %d', (row, chance) => expect(logisticProbability(model, row)).toBeCloseTo(chance, 14))
})
