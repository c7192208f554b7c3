import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ahpWeights } from '../../../core/scoring/ahp-weights.ts'
import { comparisonMatrix } from '../../../core/scoring/comparison-matrix.ts'

type Cells = (number | undefined)[][]
const none = undefined

/** The upper triangle, the rest blank. */
function upper(...rows: number[][]): Cells {
  const size = rows.length + 1
  return Array.from({ length: size }, (_, row) => [
    ...new Array<undefined>(row + 1).fill(undefined),
    ...(rows[row] ?? []),
  ])
}

const of = (cells: Cells) => ahpWeights(comparisonMatrix(cells))

describe('ahpWeights', () => {
  it.each([
    // Saaty, Int. J. Services Sciences 1 (2008) 83-98, table 2: drinks in the United States, tea over wine 3
    [
      'drinks',
      upper(
        [9, 5, 2, 1, 1, 1 / 2],
        [1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
        [1 / 3, 1 / 4, 1 / 3, 1 / 9],
        [1 / 2, 1, 1 / 3],
        [2, 1 / 2],
        [1 / 3],
      ),
      [0.177, 0.019, 0.042, 0.116, 0.19, 0.129, 0.327],
      0.022,
    ],
    // the same, table 3: criteria for a job (no ratio in the paper; 0.073 in numpy)
    [
      'criteria for a job',
      upper([1 / 4, 1 / 6, 1 / 4, 1 / 8], [1 / 3, 3, 1 / 7], [4, 1 / 2], [1 / 7]),
      [0.036, 0.122, 0.262, 0.075, 0.506],
      0.073,
    ],
    // the same, table 4: flexibility of three jobs; Saaty (1988): size of three houses, ratio .117
    ['flexibility', upper([1 / 3, 1 / 6], [1 / 4]), [0.091, 0.218, 0.691], 0.046],
    ['houses', upper([6, 8], [4]), [0.754, 0.181, 0.065], 0.117],
  ])('of %s as published', (_, cells, weights, ratio) => {
    const found = of(cells)
    for (const [i, weight] of weights.entries()) {
      expect(Math.abs((found.weights[i] as number) - weight)).toBeLessThanOrEqual(0.0005)
    }
    expect(Math.abs(found.consistencyRatio - ratio)).toBeLessThanOrEqual(0.0005)
  })

  it('of the wealth of nations (Saaty, J. Mathematical Psychology 15, 1977), as numpy.linalg.eig has it', () => {
    const { weights, consistencyRatio } = of(
      upper([4, 9, 6, 6, 5, 5], [7, 5, 5, 3, 4], [1 / 5, 1 / 5, 1 / 7, 1 / 5], [1, 1 / 3, 1 / 3], [1 / 3, 1 / 3], [2]),
    )
    const numpy = [0.427115021747, 0.230293190262, 0.020838410896, 0.052385620869, 0.052385620869, 0.12271940076]
    for (const [i, weight] of numpy.entries()) expect(weights[i]).toBeCloseTo(weight, 11)
    // lambda 7.607720268859605; the paper has 7.61
    expect(consistencyRatio).toBeCloseTo(0.0767323571792431, 11)
  })

  it('of four criteria for a leader, as numpy.linalg.eig has it', () => {
    const { weights, consistencyRatio } = of(upper([4, 3, 7], [1 / 3, 3], [5]))
    const numpy = [0.547569238962, 0.126555284373, 0.269949922452, 0.055925554213]
    for (const [i, weight] of numpy.entries()) expect(weights[i]).toBeCloseTo(weight, 11)
    expect(consistencyRatio).toBeCloseTo(0.04385852752346877, 11)
  })

  it('knows the random index of each size', () => {
    // Saaty (1980); the matrix is of ones but for one pair, and its index follows from lambda by definition
    const indices = [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59]
    for (const [i, index] of indices.entries()) {
      const size = i + 3
      const ones = Array.from({ length: size }, () => new Array<number>(size).fill(1))
      const cells = ones.map((row, r) => row.map((one, c) => (r === 0 && c === 1 ? 2 : r === 1 && c === 0 ? 0.5 : one)))
      const { weights, consistencyRatio } = ahpWeights(cells)
      const lambdas = cells.map(
        (row, r) => row.reduce((sum, x, c) => sum + x * (weights[c] as number), 0) / (weights[r] as number),
      )
      const mean = lambdas.reduce((sum, x) => sum + x, 0) / size
      expect(consistencyRatio).toBeCloseTo((mean - size) / (size - 1) / index, 10)
      expect(consistencyRatio).toBeGreaterThan(0)
    }
  })

  it('of one or two items are without contradiction', () => {
    expect(of([[1]])).toEqual({ weights: [1], consistencyRatio: 0 })
    expect(of([[none]])).toEqual({ weights: [1], consistencyRatio: 0 })
    const two = of(upper([3]))
    expect(two.weights[0]).toBeCloseTo(0.75, 15)
    expect(two.consistencyRatio).toBe(0)
  })

  it('of contradictions without end are still found', () => {
    const { weights, consistencyRatio } = of(upper([1e6, 1e-6], [1e6]))
    for (const weight of weights) expect(weight).toBeCloseTo(1 / 3, 9)
    // lambda is 1 + 1e6 + 1e-6 by symmetry
    expect(consistencyRatio).toBeCloseTo((1e6 + 1e-6 - 2) / 2 / 0.58, 3)
  })

  it('takes up to 15 items', () => {
    const ones = (size: number) => Array.from({ length: size }, () => new Array<number>(size).fill(1))
    expect(ahpWeights(ones(15)).weights[14]).toBeCloseTo(1 / 15, 12)
    expect(() => ahpWeights(ones(16))).toThrow('matrix compares 16 indicators')
  })

  const importances = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 8 })

  it('gives back the weights that fitting comparisons were made from, with a ratio of 0', () => {
    fc.assert(
      fc.property(importances, (given) => {
        const total = given.reduce((sum, each) => sum + each, 0)
        const { weights, consistencyRatio } = ahpWeights(given.map((row) => given.map((column) => row / column)))
        for (const [i, each] of given.entries()) expect(weights[i]).toBeCloseTo(each / total, 12)
        expect(consistencyRatio).toBeCloseTo(0, 10)
        expect(consistencyRatio).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  const judgements = fc
    .integer({ min: 3, max: 6 })
    .chain((size) =>
      fc.tuple(
        fc.constant(size),
        fc.array(fc.constantFrom(1 / 9, 1 / 5, 1 / 3, 1 / 2, 1, 2, 3, 5, 9), {
          minLength: (size * (size - 1)) / 2,
          maxLength: (size * (size - 1)) / 2,
        }),
      ),
    )
    .map(([size, values]) => {
      const rest = [...values]
      return upper(...Array.from({ length: size - 1 }, (_, row) => rest.splice(0, size - 1 - row)))
    })

  it('sum to one, are an eigenvector, and move with the items', () => {
    fc.assert(
      fc.property(judgements, (cells) => {
        const matrix = comparisonMatrix(cells)
        const { weights } = ahpWeights(matrix)
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
        const images = matrix.map((row) => row.reduce((sum, x, c) => sum + x * (weights[c] as number), 0))
        const lambda = images.reduce((sum, image) => sum + image, 0)
        for (const [i, image] of images.entries()) expect(image / lambda).toBeCloseTo(weights[i] as number, 10)
        const turned = ahpWeights([...matrix].reverse().map((row) => [...row].reverse()))
        for (const [i, weight] of [...turned.weights].reverse().entries()) {
          expect(weight).toBeCloseTo(weights[i] as number, 10)
        }
      }),
    )
  })
})

describe('comparisonMatrix', () => {
  const whole = [
    [1, 3, 1 / 5],
    [1 / 3, 1, 2],
    [5, 1 / 2, 1],
  ]

  it('fills in what is blank, on either side and on the diagonal', () => {
    expect(comparisonMatrix(upper([3, 1 / 5], [2]))).toEqual(whole)
    expect(
      comparisonMatrix([
        [1, none, none],
        [1 / 3, none, 2],
        [5, none, 1],
      ]),
    ).toEqual(whole)
  })

  it('takes the comparison of 1 or more of a pair, so that a rounded one opposite does no harm', () => {
    expect(
      comparisonMatrix([
        [1, 3, 0.2],
        [0.33, 1, 2],
        [5, 0.5, 1],
      ]),
    ).toEqual(whole)
    expect(
      comparisonMatrix([
        [1, 0.17],
        [6, 1],
      ])[0]?.[1],
    ).toBe(1 / 6)
    expect(
      comparisonMatrix([
        [1, 1],
        [1, 1],
      ]),
    ).toEqual([
      [1, 1],
      [1, 1],
    ])
  })

  it('takes roundings to two places and refuses what is further from 1 divided by the other', () => {
    for (const [times, rounded] of [
      [3, 0.33],
      [6, 0.17],
      [7, 0.14],
      [8, 0.13],
      [8, 0.12],
      [9, 0.11],
      [1.5, 0.67],
    ]) {
      expect(
        comparisonMatrix([
          [1, times],
          [rounded, 1],
        ])[1]?.[0],
      ).toBe(1 / (times as number))
    }
    expect(
      comparisonMatrix([
        [1, 5],
        [0.209, 1],
      ])[1]?.[0],
    ).toBe(0.2)
    expect(() =>
      comparisonMatrix([
        [1, 5],
        [0.212, 1],
      ]),
    ).toThrow('5 in row 1, column 2 but 0.212 opposite')
    expect(() =>
      comparisonMatrix([
        [1, 5],
        [0.189, 1],
      ]),
    ).toThrow('5 in row 1, column 2 but 0.189 opposite')
    expect(() =>
      comparisonMatrix([
        [1, 3],
        [3, 1],
      ]),
    ).toThrow('matrix has 3 in row 1, column 2 but 3 opposite')
  })

  it.each<[Cells, string]>([
    [[[1, 2]], 'matrix has 1 row and 2 columns.'],
    [[[1], [2]], 'matrix has 2 rows and 1 column.'],
    [
      [
        [1, 2, 3],
        [none, 1, 1],
      ],
      'matrix has 2 rows and 3 columns.',
    ],
    [upper([0]), '0 in row 1, column 2 of matrix is not above 0.'],
    [
      [
        [1, none],
        [-3, 1],
      ],
      '-3 in row 2, column 1 of matrix is not above 0.',
    ],
    [
      [
        [0, 2],
        [none, 1],
      ],
      '0 in row 1, column 1 of matrix is not above 0.',
    ],
    [
      [
        [1, 2],
        [none, 2],
      ],
      '2 in row 2, column 2 of matrix compares an indicator with itself.',
    ],
    [
      [
        [1, 2, none],
        [none, 1, 4],
        [none, none, 1],
      ],
      'matrix has nothing in row 1, column 3, nor in the cell opposite.',
    ],
  ])('refuses %j', (cells, sentence) => {
    expect(() => comparisonMatrix(cells)).toThrow(sentence)
  })

  it('counts rows from the top of the range that was given', () => {
    expect(() => comparisonMatrix(upper([2, 0], [1]), 1)).toThrow('0 in row 2, column 3 of matrix')
    expect(() =>
      comparisonMatrix(
        [
          [1, 2],
          [none, 3],
        ],
        1,
      ),
    ).toThrow('3 in row 3, column 2 of matrix')
  })
})
