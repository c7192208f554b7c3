import { normalQuantile } from '../maths/normal-quantile.ts'

export type MeanInterval = { mean: number; low: number | undefined; high: number | undefined }

/**
 * The mean of counted scores with its normal limits, from the sample standard deviation.
 *
 * @param scores Each value with how often it came.
 * @param confidence Above 0, below 1; 0.95 by default.
 * @returns undefined without scores; no limits for a single one.
 */
export function meanInterval(
  scores: readonly { score: number; count: number }[],
  confidence = 0.95,
): MeanInterval | undefined {
  const n = scores.reduce((sum, { count }) => sum + count, 0)
  if (n === 0) return undefined
  const mean = scores.reduce((sum, { score, count }) => sum + score * count, 0) / n
  if (n === 1) return { mean, low: undefined, high: undefined }
  const squares = scores.reduce((sum, { score, count }) => sum + count * (score - mean) ** 2, 0)
  const half = normalQuantile((1 + confidence) / 2) * Math.sqrt(squares / (n - 1) / n)
  return { mean, low: mean - half, high: mean + half }
}
