import { stirlingShift } from './stirling-shift.ts'

/**
 * The second derivative of `logGamma`, for a number above 0.
 *
 * @returns Infinity at 0, NaN below.
 * @see NIST Digital Library of Mathematical Functions, 5.15.8 and 5.15.5.
 */
export function trigamma(x: number): number {
  if (x === 0) return Infinity
  if (!(x > 0)) return Number.NaN
  const shift = stirlingShift(x)
  let sum = 0
  for (let i = 0; i < shift; i++) sum += 1 / (x + i) ** 2
  const y = x + shift
  const z = 1 / (y * y)
  const series = 1 / 6 + z * (-1 / 30 + z * (1 / 42 + z * (-1 / 30 + z * (5 / 66 - (z * 691) / 2730))))
  return 1 / y + z / 2 + (z * series) / y + sum
}
