import { normalCdf } from '../maths/normal-cdf.ts'
import { type Comparison, comparison } from './comparison.ts'
import { wilsonInterval } from './wilson-interval.ts'

/** How many of how many; n is at least 1. */
export type RateCount = { successes: number; n: number }

/**
 * The change of a rate.
 *
 * Limits by Newcombe's hybrid score method, from the Wilson limits of each side; p from the pooled z test, 1 where all
 * or none succeeded on both sides. The two can disagree just at the border: the verdict asks for both.
 *
 * @see Newcombe (1998), Interval estimation for the difference between independent proportions, Statistics in Medicine
 * 17, 873-890, method 10.
 */
export function rateComparison(before: RateCount, after: RateCount, confidence = 0.95): Comparison {
  const was = wilsonInterval(before.successes, before.n, confidence)!
  const is = wilsonInterval(after.successes, after.n, confidence)!
  const change = is.rate - was.rate
  const inference = {
    low: change - Math.hypot(is.rate - is.low, was.high - was.rate),
    high: change + Math.hypot(is.high - is.rate, was.rate - was.low),
    p: pooledP(before, after, change),
  }
  return comparison(was.rate, is.rate, change, inference, confidence)
}

function pooledP(before: RateCount, after: RateCount, change: number): number {
  const rate = (before.successes + after.successes) / (before.n + after.n)
  const variance = rate * (1 - rate) * (1 / before.n + 1 / after.n)
  return variance === 0 ? 1 : 2 * normalCdf(-Math.abs(change) / Math.sqrt(variance))
}
