import { choleskySolution } from '../maths/cholesky-solution.ts'
import { dotProduct } from '../maths/dot-product.ts'

/**
 * The Newton step towards the least `sum of -log P(label) + lambda / 2 x sum of beta^2`, the first beta not penalised.
 *
 * @param columns Ones, then the standardised features.
 * @param labels 1 and 0.
 * @param logOdds The log odds of 1 in each row by `betas`.
 * @returns The change in each beta; 0 for a column whose curvature is none beside that of the columns before it.
 */
export function newtonStep(
  columns: readonly Float64Array[],
  labels: readonly number[],
  logOdds: Float64Array,
  betas: Float64Array,
  lambda: number,
): Float64Array {
  const missing = new Float64Array(logOdds.length)
  const weights = new Float64Array(logOdds.length)
  for (let row = 0; row < logOdds.length; row++) {
    const inverse = Math.exp(-Math.abs(logOdds[row] as number))
    const likelier = 1 / (1 + inverse)
    missing[row] = (labels[row] as number) - ((logOdds[row] as number) < 0 ? inverse * likelier : likelier)
    weights[row] = inverse * likelier * likelier
  }
  const gradient = columns.map(
    (column, i) => dotProduct(column, missing) - (i === 0 ? 0 : lambda * (betas[i] as number)),
  )
  const curvature = columns.map((column, i) => {
    const weighted = column.map((value, row) => value * (weights[row] as number))
    const cells = Float64Array.from(columns, (other, j) => (j > i ? 0 : dotProduct(weighted, other)))
    if (i > 0) cells[i] = (cells[i] as number) + lambda
    return cells
  })
  return choleskySolution(curvature, gradient, 1e-14).solution
}
