import { countBelow } from '../maths/count-below.ts'
import type { PointsMethod } from './standard.ts'

/**
 * The points of 0 to 100 that a value of one customer would get, exactly as `normalized` would give them with that value
 * among the others'.
 *
 * @param others The values of all other customers that have one.
 */
export function pointsAmong(
  others: readonly number[],
  method: PointsMethod,
  direction: 1 | -1,
): (value: number) => number {
  const sorted = Float64Array.from(others, (value) => direction * value).sort()
  const lowest = sorted[0] ?? Infinity
  const highest = sorted[sorted.length - 1] ?? -Infinity
  return (value) => {
    const own = direction * value
    const low = Math.min(lowest, own)
    const range = Math.max(highest, own) - low
    if (range === 0) return 50
    return method === 'MINMAX' ? ((own - low) / range) * 100 : (countBelow(sorted, own) / sorted.length) * 100
  }
}
