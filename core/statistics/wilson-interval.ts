import { normalQuantile } from '../maths/normal-quantile.ts'

export type RateInterval = { rate: number; low: number; high: number }

/**
 * A rate with the limits that the true rate lies between, all 0 to 1.
 *
 * Wilson's score interval without continuity correction: it stays inside 0..1 and is sound for small n and for 0 or n successes.
 *
 * @param successes 0 to n.
 * @param n Number of trials.
 * @param confidence Above 0, below 1; 0.95 by default.
 * @returns undefined where n is 0.
 * @see Wilson (1927); Newcombe (1998), Statistics in Medicine 17, 857-872, method 3.
 */
export function wilsonInterval(successes: number, n: number, confidence = 0.95): RateInterval | undefined {
  if (n === 0) return undefined
  const z2 = normalQuantile((1 + confidence) / 2) ** 2
  const rate = successes / n
  const centre = (successes + z2 / 2) / (n + z2)
  const half = Math.sqrt(z2 * n * (rate * (1 - rate) + z2 / (4 * n))) / (n + z2)
  return { rate, low: successes === 0 ? 0 : centre - half, high: successes === n ? 1 : centre + half }
}
