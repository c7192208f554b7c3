import { moments } from '../maths/moments.ts'
import { sampleDeviation } from './sample-deviation.ts'

/** Columns whose 1 - r is below this run together; what is left of it is rounding. */
const TOGETHER = 1e-20

/**
 * What each column tells that the others do not (CRITIC): its standard deviation times the sum of 1 - r over the others.
 *
 * r is Pearson's correlation. It is taken as half the squared distance of the standardised columns, which is 1 - r
 * without the loss of digits near 1.
 *
 * @param columns Min-max scaled, higher is better, none constant, equally long.
 * @returns 0 for a column alone, and for columns that all run together.
 * @see Diakoulaki, Mavrotas, Papayannakis: Computers & Operations Research 22 (1995) 763-770.
 */
export function criticInformation(columns: readonly (readonly number[])[]): number[] {
  const standardised = columns.map(unitVector)
  return columns.map((values, i) => {
    const conflict = standardised.reduce((sum, other) => sum + notShared(standardised[i] as number[], other), 0)
    return sampleDeviation(values) * conflict
  })
}

/** The deviations from the mean, of length 1. */
function unitVector(values: readonly number[]): number[] {
  const { mean, squares } = moments(values)
  const length = Math.sqrt(squares)
  return values.map((value) => (value - mean) / length)
}

/** 1 - r. */
function notShared(one: readonly number[], other: readonly number[]): number {
  const half = one.reduce((sum, value, row) => sum + (value - (other[row] as number)) ** 2, 0) / 2
  return half < TOGETHER ? 0 : half
}
