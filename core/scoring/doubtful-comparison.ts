export type DoubtfulComparison = {
  row: number
  column: number
  /** What the weights say that this comparison should be, as one of 9, 8, ... 1, ... 1/8, 1/9. */
  fitting: number
}

/** Logarithms this close count as equal. */
const ROUNDING = 1e-9

/** Saaty's scale. */
const SCALE = [9, 8, 7, 6, 5, 4, 3, 2, 1, 1 / 2, 1 / 3, 1 / 4, 1 / 5, 1 / 6, 1 / 7, 1 / 8, 1 / 9]

/**
 * The comparison that fits the weights least, the one to reconsider where all of them contradict each other too much.
 *
 * How far one is off is the ratio of the comparison and of the weights' own quotient, whichever way it is larger. Of
 * those equally far off, as all three of three items are, it is the strongest.
 *
 * @param matrix Whole, as `comparisonMatrix` gives it, of two items at least.
 * @param weights As `ahpWeights` gives them.
 * @returns `row` before `column`.
 * @see Saaty: Decision-making with the AHP: Why is the principal eigenvector necessary, EJOR 145 (2003) 85-91.
 */
export function doubtfulComparison(
  matrix: readonly (readonly number[])[],
  weights: readonly number[],
): DoubtfulComparison {
  let worst = { row: 0, column: 1, off: -1, strength: 0, quotient: 1 }
  for (let row = 0; row < matrix.length; row++) {
    for (let column = row + 1; column < matrix.length; column++) {
      const quotient = (weights[row] as number) / (weights[column] as number)
      const comparison = matrix[row]?.[column] as number
      const off = Math.abs(Math.log(comparison / quotient))
      const strength = Math.abs(Math.log(comparison))
      const isFurther = off > worst.off + ROUNDING
      if (isFurther || (off > worst.off - ROUNDING && strength > worst.strength)) {
        worst = { row, column, off, strength, quotient }
      }
    }
  }
  const distance = (step: number) => Math.abs(Math.log(step / worst.quotient))
  const fitting = SCALE.reduce((best, step) => (distance(step) < distance(best) ? step : best))
  return { row: worst.row, column: worst.column, fitting }
}
