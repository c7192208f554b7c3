import { stirlingShift } from './stirling-shift.ts'

/**
 * The derivative of `logGamma`, for a number above 0.
 *
 * @returns -Infinity at 0, NaN below.
 * @see NIST Digital Library of Mathematical Functions, 5.11.2 and 5.5.2.
 */
export function digamma(x: number): number {
  if (x === 0) return -Infinity
  if (!(x > 0)) return Number.NaN
  const shift = stirlingShift(x)
  let sum = 0
  for (let i = 0; i < shift; i++) sum += 1 / (x + i)
  const y = x + shift
  const z = 1 / (y * y)
  const series = 1 / 12 + z * (-1 / 120 + z * (1 / 252 + z * (-1 / 240 + z * (1 / 132 - (z * 691) / 32760))))
  return Math.log(y) - 0.5 / y - z * series - sum
}
