import { stirlingShift } from './stirling-shift.ts'

const HALF_LOG_TWO_PI = 0.9189385332046728

/**
 * The natural logarithm of the gamma function of a number above 0.
 *
 * Stirling's series, from 12 on; smaller numbers are moved up by the recurrence. Good to 5e-15, relative to the
 * larger of the result and 1.
 *
 * @returns Infinity at 0, NaN below.
 * @see NIST Digital Library of Mathematical Functions, 5.11.1 and 5.5.1.
 */
export function logGamma(x: number): number {
  if (x === 0) return Infinity
  if (!(x > 0)) return Number.NaN
  const shift = stirlingShift(x)
  let product = 1
  for (let i = 0; i < shift; i++) product *= x + i
  const y = x + shift
  const z = 1 / (y * y)
  const series = 1 / 12 + z * (-1 / 360 + z * (1 / 1260 + z * (-1 / 1680 + z * (1 / 1188 - (z * 691) / 360360))))
  return (y - 0.5) * Math.log(y) - y + HALF_LOG_TWO_PI + series / y - Math.log(product)
}
