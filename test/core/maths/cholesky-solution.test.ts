import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choleskySolution } from '../../../core/maths/cholesky-solution.ts'

const rowsOf = (rows: number[][]) => rows.map((row) => Float64Array.from(row))

describe('choleskySolution', () => {
  // x = (1, 2, 3) put in by hand.
  it('solves a positive definite matrix from its lower triangle', () => {
    const matrix = rowsOf([
      [4, 99, 99],
      [2, 5, 99],
      [-2, 1, 6],
    ])
    const { solution, dependent } = choleskySolution(matrix, [2, 15, 18], 1e-12)
    expect(dependent).toEqual([])
    ;[1, 2, 3].forEach((x, i) => {
      expect(solution[i]).toBeCloseTo(x, 12)
    })
  })

  it('leaves out the row that those before it explain', () => {
    const matrix = rowsOf([
      [1, 2, 1],
      [2, 4, 2],
      [1, 2, 5],
    ])
    const { solution, dependent } = choleskySolution(matrix, [3, 6, 11], 1e-12)
    expect(dependent).toEqual([1])
    expect([...solution]).toEqual([1, 0, 2])
    expect(choleskySolution(rowsOf([[0]]), [1], 1e-12)).toEqual({ solution: new Float64Array(1), dependent: [0] })
  })

  it('goes by the tolerance, as a share of the diagonal', () => {
    const matrix = rowsOf([
      [100, 100],
      [100, 101],
    ])
    expect(choleskySolution(matrix, [0, 0], 0.0098).dependent).toEqual([])
    expect(choleskySolution(matrix, [0, 0], 0.01).dependent).toEqual([1])
  })

  it('gives back what was multiplied', () => {
    const cell = fc.integer({ min: -5, max: 5 })
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 3, maxLength: 3 }), (rows) => {
        const gram = rows.map((a, i) => rows.map((b, j) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + Number(i === j)))
        const right = gram.map((row) => (row[0] as number) - 2 * (row[1] as number) + 3 * (row[2] as number))
        const { solution } = choleskySolution(rowsOf(gram), right, 1e-12)
        ;[1, -2, 3].forEach((x, i) => {
          expect(solution[i]).toBeCloseTo(x, 8)
        })
      }),
    )
  })
})
