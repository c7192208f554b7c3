import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { topsis } from '../../../core/scoring/topsis.ts'

type Direction = 1 | -1

function of(rows: readonly (readonly number[])[], weights: readonly number[], directions?: readonly Direction[]) {
  return topsis(
    weights.map((weight, i) => ({
      values: rows.map((row) => row[i] as number),
      weight,
      direction: directions?.[i] ?? 1,
    })),
  )
}

describe('topsis', () => {
  it('of four fighter aircraft as Hwang and Yoon (1981) have it', () => {
    const aircraft = [
      [2.0, 1500, 20000, 5.5, 5, 9],
      [2.5, 2700, 18000, 6.5, 3, 5],
      [1.8, 2000, 21000, 4.5, 7, 7],
      [2.2, 1800, 20000, 5.0, 5, 5],
    ]
    const closeness = of(aircraft, [0.2, 0.1, 0.1, 0.1, 0.2, 0.3], [1, 1, 1, -1, 1, 1])
    // the book, from tables of four digits
    for (const [i, published] of [0.643, 0.268, 0.613, 0.312].entries()) {
      expect(Math.abs((closeness[i] as number) - published)).toBeLessThan(0.001)
    }
    // numpy
    for (const [i, number] of [0.643277000553, 0.268383567719, 0.613542290007, 0.312291065582].entries()) {
      expect(closeness[i]).toBeCloseTo(number, 11)
    }
  })

  it('of three cars, the example of the R package MCDA, as numpy has it', () => {
    const cars = [
      [5490, 51.4, 8.5, 285],
      [6500, 70.6, 7, 288],
      [6489, 54.3, 7.5, 290],
    ]
    const numpy = [0.48168529017, 0.518207665869, 0.177955361899]
    for (const [i, closeness] of of(cars, [0.35, 0.25, 0.25, 0.15], [-1, 1, 1, 1]).entries()) {
      expect(closeness).toBeCloseTo(numpy[i] as number, 11)
    }
  })

  it('by hand: 2, 4 and 0 of one column are 0.5, 1 and 0', () => {
    expect(of([[2], [4], [0]], [2])).toEqual([0.5, 1, 0])
    expect(of([[2], [4], [0]], [2], [-1])).toEqual([0.5, 0, 1])
  })

  it('is 0.5 where all rows are the same in all that counts', () => {
    expect(of([[3, 7]], [1, 1])).toEqual([0.5])
    expect(
      of(
        [
          [3, 0],
          [3, 0],
        ],
        [1, 1],
      ),
    ).toEqual([0.5, 0.5])
    expect(
      of(
        [
          [3, 1],
          [3, 2],
        ],
        [1, 0],
      ),
    ).toEqual([0.5, 0.5])
  })

  it('takes values below 0', () => {
    // -1 and 1 become -0.707 and 0.707
    expect(of([[-1], [0], [1]], [1])).toEqual([0, 0.5, 1])
  })

  it('refuses negative weights and weights that are all 0', () => {
    expect(() => of([[1, 2]], [1, -1])).toThrow('weight -1 is negative.')
    expect(() => of([[1, 2]], [0, 0])).toThrow('all weights are 0.')
    expect(of([[1, 2]], [0, 1])).toEqual([0.5])
  })

  const value = fc.integer({ min: -50, max: 50 })
  const tables = fc.array(fc.tuple(value, value, value), { minLength: 2, maxLength: 12 })
  const directions = fc.tuple(...[0, 1, 2].map(() => fc.constantFrom<Direction>(1, -1)))
  const weights = [3, 2, 1]

  it('runs from 0 to 1, with equal rows equally close', () => {
    fc.assert(
      fc.property(tables, directions, (rows, ways) => {
        const closeness = of([...rows, rows[0] as number[]], weights, ways)
        expect(closeness[rows.length]).toBe(closeness[0])
        expect(Math.min(...closeness)).toBeGreaterThanOrEqual(0)
        expect(Math.max(...closeness)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('never puts a row below one that it equals or betters in every column', () => {
    fc.assert(
      fc.property(tables, directions, (rows, ways) => {
        const closeness = of(rows, weights, ways)
        for (const [i, a] of rows.entries()) {
          for (const [k, b] of rows.entries()) {
            const betters = a.every((x, c) => (ways[c] as number) * x >= (ways[c] as number) * (b[c] as number))
            if (betters) expect(closeness[i]).toBeGreaterThanOrEqual((closeness[k] as number) - 1e-12)
          }
        }
      }),
    )
  })

  it('does not change with the unit of a column, the sum of the weights or the order of the rows', () => {
    fc.assert(
      fc.property(tables, directions, fc.constantFrom(0.01, 8, 1e5), (rows, ways, factor) => {
        const closeness = of(rows, weights, ways)
        const units = of(
          rows.map(([a, b, c]) => [a * factor, b, c]),
          weights.map((weight) => weight * 7),
          ways,
        )
        const backwards = of([...rows].reverse(), weights, ways).reverse()
        for (const [i, each] of closeness.entries()) {
          expect(units[i]).toBeCloseTo(each, 10)
          expect(backwards[i]).toBeCloseTo(each, 10)
        }
      }),
    )
  })

  it('turns round when every direction is turned', () => {
    fc.assert(
      fc.property(tables, directions, (rows, ways) => {
        const turned = of(
          rows,
          weights,
          ways.map((way) => -way as Direction),
        )
        for (const [i, each] of of(rows, weights, ways).entries()) expect(turned[i]).toBeCloseTo(1 - each, 12)
      }),
    )
  })
})
