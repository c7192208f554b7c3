import { dotProduct } from './dot-product.ts'

/**
 * Solves `matrix x = right` for a symmetric matrix that is positive definite, or was meant to be.
 *
 * Cholesky without pivoting. A row that the rows before it explain but for `tolerance` of its diagonal counts as
 * dependent: it is left out, and its x is 0.
 *
 * @param matrix Square, by rows; only the lower triangle is read.
 * @returns x, and the positions of the dependent rows.
 */
export function choleskySolution(
  matrix: readonly Float64Array[],
  right: ArrayLike<number>,
  tolerance: number,
): { solution: Float64Array; dependent: number[] } {
  const size = matrix.length
  const factor = matrix.map(() => new Float64Array(size))
  const dependent: number[] = []
  for (let i = 0; i < size; i++) {
    const row = factor[i] as Float64Array
    const given = matrix[i] as Float64Array
    for (let j = 0; j < i; j++) {
      const other = factor[j] as Float64Array
      const diagonal = other[j] as number
      row[j] = diagonal === 0 ? 0 : ((given[j] as number) - dotProduct(row, other, j)) / diagonal
    }
    const pivot = (given[i] as number) - dotProduct(row, row, i)
    if (pivot > tolerance * (given[i] as number)) row[i] = Math.sqrt(pivot)
    else {
      dependent.push(i)
      row.fill(0)
    }
  }
  return { solution: solved(factor, right), dependent }
}

/** Forward, then back substitution; rows with 0 on the diagonal give 0. */
function solved(factor: readonly Float64Array[], right: ArrayLike<number>): Float64Array {
  const size = factor.length
  const x = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    const row = factor[i] as Float64Array
    x[i] = row[i] === 0 ? 0 : ((right[i] as number) - dotProduct(row, x, i)) / (row[i] as number)
  }
  for (let i = size - 1; i >= 0; i--) {
    const diagonal = (factor[i] as Float64Array)[i] as number
    let rest = x[i] as number
    for (let j = i + 1; j < size; j++) rest -= ((factor[j] as Float64Array)[i] as number) * (x[j] as number)
    x[i] = diagonal === 0 ? 0 : rest / diagonal
  }
  return x
}
