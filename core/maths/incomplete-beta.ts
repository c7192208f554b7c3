import { betaKernel } from './beta-kernel.ts'

/** Where a fraction would divide by zero. */
const TINY = 1e-300

/**
 * The regularised incomplete beta function: the probability that a Beta(a, b) variable is at most x, 0 to 1.
 *
 * A continued fraction, on the side of the mean where it converges fast; good to about 1e-13, relatively.
 *
 * @param x 0 or less gives 0, 1 or more gives 1.
 * @param a Above 0.
 * @param b Above 0.
 * @param y `1 - x`; give it where it is known better than that.
 * @see Didonato and Morris (1992), ACM TOMS 18, 360-373, equation 9.
 */
export function incompleteBeta(x: number, a: number, b: number, y = 1 - x): number {
  if (x <= 0) return 0
  if (y <= 0) return 1
  return x <= (a + 1) / (a + b + 2) ? lowerPart(x, y, a, b) : 1 - lowerPart(y, x, b, a)
}

/** The even part of the continued fraction, by Lentz's method. */
function lowerPart(x: number, y: number, a: number, b: number): number {
  const lambda = a * y - b * x
  let value = notZero((a * (lambda + 1)) / (a + 1))
  let c = value
  let d = 0
  for (let n = 1, before = 0; Math.abs(value - before) > 2e-16 * value && n < 100_000; n++) {
    before = value
    const odd = a + 2 * n - 1
    const top = ((a + n - 1) / odd) * ((a + b + n - 1) / odd) * n * (b - n) * x * x
    const bottom = n + (n * (b - n) * x) / odd + ((a + n) * (lambda + 1 + n * (1 + y))) / (a + 2 * n + 1)
    d = 1 / notZero(bottom + top * d)
    c = notZero(bottom + top / c)
    value *= c * d
  }
  return betaKernel(x, y, a, b) / value
}

function notZero(denominator: number): number {
  return Math.abs(denominator) < TINY ? TINY : denominator
}
