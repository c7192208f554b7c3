/** How many, their mean, and the variance of the mean (from the sample variance); NaN for a single value. */
export type Sample = { n: number; mean: number; meanVariance: number }

/** Of at least one value. */
export function sample(values: readonly number[]): Sample {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { n, mean, meanVariance: squares / (n - 1) / n }
}
