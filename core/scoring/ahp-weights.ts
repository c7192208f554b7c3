import { InputError } from '../input-error.ts'
import { dotProduct } from '../maths/dot-product.ts'

type AhpWeights = {
  /** One for each item, summing to 1. */
  weights: number[]
  /** 0 where all comparisons fit together; up to 0.1 is usually accepted. */
  consistencyRatio: number
}

/** Mean consistency index of random matrices of 1, 2, 3, ... items (Saaty 1980). */
const RANDOM_INDEX = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59]

/** Squarings after which nothing changes: the matrix is then raised to 2 ^ 64. */
const SQUARINGS = 64

/**
 * Weights from pairwise comparisons: the principal eigenvector, and Saaty's consistency ratio.
 *
 * The matrix is squared until its rows stand in one proportion, which comparisons however contradictory reach.
 * The ratio is (lambda - n) / (n - 1) / random index; one or two items cannot contradict each other: 0.
 *
 * @param matrix Square, positive, each cell 1 divided by the one opposite, as `comparisonMatrix` gives it.
 * @throws InputError `comparisonsTooMany` over 15 items.
 * @see Saaty: The Analytic Hierarchy Process (1980); Saaty, Int. J. Services Sciences 1 (2008) 83-98.
 */
export function ahpWeights(matrix: readonly (readonly number[])[]): AhpWeights {
  const count = matrix.length
  const most = RANDOM_INDEX.length
  if (count > most) throw new InputError('comparisonsTooMany', { count, most })
  const weights = principalVector(matrix)
  if (count < 3) return { weights, consistencyRatio: 0 }
  const lambda = matrix.reduce((sum, row) => sum + dotProduct(row, weights), 0)
  const index = Math.max(0, lambda - count) / (count - 1)
  return { weights, consistencyRatio: index / (RANDOM_INDEX[count - 1] as number) }
}

/** The eigenvector of the largest eigenvalue, summing to 1. */
function principalVector(matrix: readonly (readonly number[])[]): number[] {
  let power = matrix
  let weights = rowShares(power)
  for (let squaring = 0; squaring < SQUARINGS; squaring++) {
    power = squared(power)
    const next = rowShares(power)
    const isSettled = next.every((weight, item) => weight === weights[item])
    weights = next
    if (isSettled) break
  }
  return weights
}

/** The square divided by its sum, which keeps its numbers in range. */
function squared(matrix: readonly (readonly number[])[]): number[][] {
  const columns = matrix.map((_, column) => matrix.map((row) => row[column] as number))
  const square = matrix.map((row) => columns.map((column) => dotProduct(row, column)))
  const total = sum(square.map(sum))
  return square.map((row) => row.map((cell) => cell / total))
}

function rowShares(matrix: readonly (readonly number[])[]): number[] {
  const rows = matrix.map(sum)
  const total = sum(rows)
  return rows.map((row) => row / total)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0)
}
