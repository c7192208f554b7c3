import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ahpWeights } from '../../../core/scoring/ahp-weights.ts'
import { doubtfulComparison } from '../../../core/scoring/doubtful-comparison.ts'

describe('doubtfulComparison', () => {
  it('finds the one comparison that contradicts all others', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4, maxLength: 7 })
    fc.assert(
      fc.property(weights, fc.nat(), fc.nat(), (given, a, b) => {
        const row = a % (given.length - 1)
        const column = row + 1 + (b % (given.length - row - 1))
        const matrix = given.map((own) => given.map((other) => own / other))
        const wrong = 40 * (matrix[row]?.[column] as number)
        ;(matrix[row] as number[])[column] = wrong
        ;(matrix[column] as number[])[row] = 1 / wrong
        expect(doubtfulComparison(matrix, ahpWeights(matrix).weights)).toMatchObject({ row, column })
      }),
    )
  })

  it('says what would fit on the scale of 9 to 1/9', () => {
    // 2 : 1 and 2 : 1 make 4 : 1, not 1 : 9
    const matrix = [
      [1, 2, 1 / 9],
      [1 / 2, 1, 2],
      [9, 1 / 2, 1],
    ]
    const { weights, consistencyRatio } = ahpWeights(matrix)
    expect(consistencyRatio).toBeGreaterThan(0.1)
    const { row, column, fitting } = doubtfulComparison(matrix, weights)
    expect([row, column]).toEqual([0, 2])
    // the weights of three items are geometric means: (2/9) ^ (1/3) over (9/2) ^ (1/3) is 0.37
    expect(fitting).toBeCloseTo(1 / 3, 9)
  })
})
