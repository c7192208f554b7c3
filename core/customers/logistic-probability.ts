import type { Logistic } from './logistic-fit.ts'

/** The probability of 1, from 0 to 1, for a row with one number per feature. */
export function logisticProbability({ intercept, slopes, means }: Logistic, features: readonly number[]): number {
  const logOdds = slopes.reduce(
    (sum, slope, i) => sum + slope * ((features[i] as number) - (means[i] as number)),
    intercept,
  )
  return 1 / (1 + Math.exp(-logOdds))
}
