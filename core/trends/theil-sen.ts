import { InputError } from '../input-error.ts'
import { percentileInc } from '../maths/percentile-inc.ts'

/** Slopes of all pairs are held at once: 8 million numbers. */
const MOST_VALUES = 4000

/**
 * The line whose slope is the median of the slopes between all pairs of points, and whose intercept is the median of
 * what the slope leaves.
 *
 * @param xs Each once.
 * @throws InputError `theilSenSize` above 4,000 points.
 * @see Sen (1968), JASA 63, 1379-1389; scipy.stats.theilslopes(method="joint").
 */
export function theilSen(xs: readonly number[], ys: readonly number[]): { slope: number; intercept: number } {
  const n = xs.length
  if (n > MOST_VALUES) throw new InputError('theilSenSize', { count: n, most: MOST_VALUES })
  const slopes = new Float64Array((n * (n - 1)) / 2)
  let next = 0
  for (let i = 1; i < n; i++) {
    for (let k = 0; k < i; k++) slopes[next++] = (ys[i]! - ys[k]!) / (xs[i]! - xs[k]!)
  }
  const slope = middleOf(slopes)
  return { slope, intercept: middleOf(Float64Array.from(xs, (x, i) => ys[i]! - slope * x)) }
}

function middleOf(numbers: Float64Array): number {
  return percentileInc(numbers.sort(), 1, 2)
}
