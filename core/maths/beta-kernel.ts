import { logGamma } from './log-gamma.ts'

const HALF_LOG_TWO_PI = 0.9189385332046728

/**
 * `x^a y^b / B(a, b)`, where x + y = 1: what the incomplete beta function and its relatives are multiples of.
 *
 * Loader's saddle-point form, which loses no digits where a and b are large.
 *
 * @param x Above 0, below 1.
 * @param y `1 - x`, given by itself so that it stays exact where x is near 1.
 * @see Loader (2000), Fast and accurate computation of binomial probabilities.
 */
export function betaKernel(x: number, y: number, a: number, b: number): number {
  const n = a + b
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b)
  return Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(errors - deviance(a, n * x) - deviance(b, n * y))
}

/** What Stirling's formula misses of log x!. */
function stirlingError(x: number): number {
  if (x < 12) return logGamma(x) + Math.log(x) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI
  const z = 1 / (x * x)
  return (1 / 12 + z * (-1 / 360 + z * (1 / 1260 + z * (-1 / 1680 + z / 1188)))) / x
}

/** `x log(x / mean) + mean - x`, by its series where x is near the mean. */
function deviance(x: number, mean: number): number {
  const difference = x - mean
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference
  const v = difference / (x + mean)
  let sum = difference * v
  let term = 2 * x * v
  for (let j = 3; ; j += 2) {
    term *= v * v
    const next = sum + term / j
    if (!(Math.abs(next - sum) > 0)) return next
    sum = next
  }
}
