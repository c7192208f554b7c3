import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { criticInformation } from '../../../core/scoring/critic-information.ts'
import { entropyDivergence } from '../../../core/scoring/entropy-divergence.ts'
import { indicatorWeights } from '../../../core/scoring/indicator-weights.ts'
import { sampleDeviation } from '../../../core/scoring/sample-deviation.ts'

type Rows = readonly (readonly number[])[]

function indicators(rows: Rows, directions?: readonly (1 | -1)[]) {
  return (rows[0] ?? []).map((_, i) => ({
    values: rows.map((row) => row[i] as number),
    direction: directions?.[i] ?? 1,
  }))
}

function expectClose(found: readonly number[], wanted: readonly number[], digits: number) {
  expect(found).toHaveLength(wanted.length)
  for (const [i, weight] of wanted.entries()) expect(found[i]).toBeCloseTo(weight, digits)
}

// Hwang, Yoon (1981), fighter aircraft: speed, range, payload, cost, reliability, manoeuvrability
const AIRCRAFT = [
  [2.0, 1500, 20000, 5.5, 5, 9],
  [2.5, 2700, 18000, 6.5, 3, 5],
  [1.8, 2000, 21000, 4.5, 7, 7],
  [2.2, 1800, 20000, 5.0, 5, 5],
]
// Diakoulaki, Mavrotas, Papayannakis (1995), eight pharmaceutical companies: profitability, market share, productivity
const COMPANIES = [
  [61, 1.08, 4.33],
  [20.7, 0.26, 4.34],
  [16.3, 1.98, 2.53],
  [9, 3.29, 1.65],
  [5.4, 2.77, 2.33],
  [4, 4.12, 1.21],
  [-6.1, 3.52, 2.1],
  [-34.6, 3.31, 0.98],
]
// Tuş, Aytaç Adalı, Opsearch 56 (2019) 528-538, five programs by six criteria
const PROGRAMS = [
  [5000, 3, 3, 4, 3, 2],
  [680, 5, 3, 2, 2, 1],
  [2000, 3, 2, 3, 4, 3],
  [600, 4, 3, 1, 2, 2],
  [800, 2, 4, 3, 3, 4],
]

describe('indicatorWeights', () => {
  it.each([
    // Xu, European Journal of Operational Research 156 (2004) 530-532
    [
      [
        [30, 30, 38, 29],
        [19, 54, 86, 29],
        [19, 15, 85, 28.9],
        [68, 70, 60, 29],
      ],
      [0.463, 0.3992, 0.1378, 0],
    ],
    // Zavadskas, Podvezko, Int. J. Information Technology & Decision Making 15 (2016) 267-283
    [
      [
        [3.0, 100, 10, 7],
        [2.5, 80, 8, 5],
        [1.8, 50, 20, 11],
        [2.2, 70, 12, 9],
      ],
      [0.1146, 0.1981, 0.4185, 0.2689],
    ],
  ])('by ENTROPY of %j as published', (rows, published) => {
    for (const [i, weight] of indicatorWeights(indicators(rows)).entries()) {
      expect(Math.abs(weight - (published[i] as number))).toBeLessThanOrEqual(0.00005)
    }
  })

  it('by ENTROPY of the aircraft of Hwang and Yoon, as numpy has it', () => {
    // weights in numpy from the definition; the book, from entropies of four digits, has .0649 .2055 .0133 .0829 .3570 .2764
    const numpy = [0.064189734602, 0.206088164236, 0.013444590874, 0.081325628615, 0.358680024345, 0.276271857328]
    expectClose(indicatorWeights(indicators(AIRCRAFT), 'ENTROPY'), numpy, 10)
  })

  it('by CRITIC as published', () => {
    // weights: scikit-criteria's test of the example of Diakoulaki et al.; the paper rounds them to .20 .48 .32
    expectClose(indicatorWeights(indicators(COMPANIES), 'CRITIC'), [0.20222554, 0.48090173, 0.31687273], 8)
    expectClose(indicatorWeights(indicators(PROGRAMS), 'CRITIC'), [0.157, 0.249, 0.168, 0.121, 0.154, 0.151], 3)
  })

  it('by CRITIC with a column that is better when low, as numpy has it', () => {
    const weights = indicatorWeights(indicators(COMPANIES, [1, -1, 1]), 'CRITIC')
    expectClose(weights, [0.386253309617, 0.36288852668, 0.250858163703], 10)
  })

  it('by STDEV of the min-max scaled columns, as numpy has it', () => {
    expectClose(indicatorWeights(indicators(COMPANIES), 'STDEV'), [0.279083061761, 0.340926283973, 0.379990654266], 10)
  })

  it('by EQUAL, even where nothing varies', () => {
    expect(indicatorWeights(indicators([[1, 1, 1, 1]]), 'EQUAL')).toEqual([0.25, 0.25, 0.25, 0.25])
  })

  it('by ENTROPY gives a column that one row has all of the most, 0 counting as nothing', () => {
    // divergence 1 and 1 - ln 2 / ln 4 = 1/2
    const rows = [
      [8, 3],
      [0, 3],
      [0, 0],
      [0, 0],
    ]
    expectClose(indicatorWeights(indicators(rows)), [2 / 3, 1 / 3], 12)
  })

  it.each(['ENTROPY', 'CRITIC', 'STDEV'] as const)('refuses data without any difference, by %s', (method) => {
    const refused = 'every column of data is the same in all rows'
    expect(() => indicatorWeights(indicators([[1, 2]]), method)).toThrow(refused)
    expect(() =>
      indicatorWeights(
        indicators([
          [0, 2],
          [0, 2],
        ]),
        method,
      ),
    ).toThrow(refused)
  })

  it('by CRITIC gives all to the one column that varies, and shares equally among columns that run together', () => {
    const one = [
      [5, 1],
      [5, 2],
      [5, 4],
    ]
    expect(indicatorWeights(indicators(one), 'CRITIC')).toEqual([0, 1])
    const together = [
      [1, 10, 7, 3],
      [2, 20, 7, 3.1],
      [4, 40, 7, 3.3],
    ]
    expect(indicatorWeights(indicators(together), 'CRITIC')).toEqual([1 / 3, 1 / 3, 0, 1 / 3])
  })

  const methods = fc.constantFrom('ENTROPY' as const, 'CRITIC' as const, 'STDEV' as const)
  const tables = fc
    .array(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 12 })
    .filter((rows) => rows.some((row) => row.some((value, i) => value !== rows[0]?.[i])))

  it('sum to one and are never negative', () => {
    fc.assert(
      fc.property(tables, methods, (rows, method) => {
        const weights = indicatorWeights(indicators(rows), method)
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('do not depend on the order of the rows, and follow the order of the columns', () => {
    fc.assert(
      fc.property(tables, methods, (rows, method) => {
        const weights = indicatorWeights(indicators(rows), method)
        expectClose(indicatorWeights(indicators([...rows].reverse()), method), weights, 9)
        const turned = rows.map((row) => [...row].reverse())
        expectClose(indicatorWeights(indicators(turned), method).reverse(), weights, 9)
      }),
    )
  })

  it('do not change with the unit of a column, nor by a column that is the same in all rows', () => {
    fc.assert(
      fc.property(tables, methods, fc.constantFrom(0.001, 12, 1e6), (rows, method, unit) => {
        const weights = indicatorWeights(indicators(rows), method)
        const other = rows.map(([first, ...rest]) => [(first as number) * unit, ...rest])
        expectClose(indicatorWeights(indicators(other), method), weights, 9)
        const more = rows.map(([first, ...rest]) => [first as number, 33, ...rest])
        const [first, constant, ...rest] = indicatorWeights(indicators(more), method)
        expect(constant).toBe(0)
        expectClose([first as number, ...rest], weights, 9)
      }),
    )
  })

  it('do not change when every direction is turned, nor any for ENTROPY and STDEV', () => {
    fc.assert(
      fc.property(tables, methods, (rows, method) => {
        const weights = indicatorWeights(indicators(rows), method)
        expectClose(indicatorWeights(indicators(rows, [-1, -1, -1]), method), weights, 9)
        if (method !== 'CRITIC') expectClose(indicatorWeights(indicators(rows, [-1, 1, -1]), method), weights, 9)
      }),
    )
  })
})

describe('entropyDivergence', () => {
  it('keeps its digits where values are almost equal', () => {
    // (d1^2 + d2^2) / 2 / (2 ln 2) + O(d^4) for 1 - d and 1 + d with d = 1e-6
    expect(entropyDivergence([1 - 1e-6, 1 + 1e-6])).toBeCloseTo(1e-12 / (2 * Math.log(2)), 20)
  })

  it('is 0 for equal values, 1 where one row has everything, and in between otherwise', () => {
    expect(entropyDivergence([3, 3, 3])).toBe(0)
    expect(entropyDivergence([0, 5, 0])).toBeCloseTo(1, 14)
    // shares 1/4 and 3/4: 1 - 0.8112781244591328 bits (Shannon's binary entropy of 1/4)
    expect(entropyDivergence([1, 3])).toBeCloseTo(1 - 0.8112781244591328, 14)
  })
})

describe('criticInformation', () => {
  it('is the standard deviation times the sum of 1 - r, as numpy has it', () => {
    const scaled = [0, 1, 2].map((i) => {
      const values = COMPANIES.map((row) => row[i] as number)
      const low = Math.min(...values)
      return values.map((value) => (value - low) / (Math.max(...values) - low))
    })
    expectClose(criticInformation(scaled), [0.518740200987, 1.233588298631, 0.812828213679], 11)
  })
})

describe('sampleDeviation', () => {
  it('divides by one less than the count, as STDEV', () => {
    // squared deviations from 5 sum to 32
    expect(sampleDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 14)
  })
})
