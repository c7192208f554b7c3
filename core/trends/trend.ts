import { InputError } from '../input-error.ts'
import { kendall } from './kendall.ts'
import { leastSquares } from './least-squares.ts'

type TrendDirection = 'up' | 'down' | 'none'
export type Trend = { slope: number; p: number; tau: number | undefined; direction: TrendDirection }

const LEAST_POINTS = 3
const SIGNIFICANT = 0.05

/**
 * How values move with time: the least-squares slope per unit of `times`, Kendall's tau-b with the p of the
 * Mann-Kendall test, and the direction, which is up or down where p is below 0.05.
 *
 * Values that are all equal have slope 0, p 1 and no tau.
 *
 * @param times In any order; equal ones may occur.
 * @throws InputError `tooFewValues` below 3, `datesEqual` where all times are one.
 */
export function trend(times: readonly number[], values: readonly number[]): Trend {
  if (values.length < LEAST_POINTS) {
    throw new InputError('tooFewValues', { argument: 'values', count: values.length, least: LEAST_POINTS })
  }
  if (times.every((time) => time === times[0])) throw new InputError('datesEqual', undefined)
  const { score, tau, p } = kendall(times, values)
  const { slope } = leastSquares(times, values)
  return { slope, p, tau, direction: p >= SIGNIFICANT ? 'none' : score > 0 ? 'up' : 'down' }
}
