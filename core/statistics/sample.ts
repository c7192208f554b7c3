import { moments } from '../maths/moments.ts'

/** How many, their mean, and the variance of the mean (from the sample variance); NaN for a single value. */
export type Sample = { n: number; mean: number; meanVariance: number }

/** Of at least one value. */
export function sample(values: readonly number[]): Sample {
  const { n, mean, squares } = moments(values)
  return { n, mean, meanVariance: squares / (n - 1) / n }
}
