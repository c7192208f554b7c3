import { normalCdf } from '../maths/normal-cdf.ts'
import { normalQuantile } from '../maths/normal-quantile.ts'
import { netScore } from '../satisfaction/net-score.ts'
import { nps } from '../satisfaction/nps.ts'
import type { NpsCounts } from '../satisfaction/nps-stats.ts'
import { type Comparison, comparison } from './comparison.ts'

/**
 * The change of a net promoter score, in points.
 *
 * `before`, `after` and `change` are of the raw scores. The limits, held to -200..200, and p are adjusted Wald: 3
 * answers are added to each side, so that they lie around the difference of the adjusted scores.
 *
 * @param before Counted answers, at least one.
 * @param after Likewise.
 * @see Rocks (2016), The American Statistician 70, 365-372; Lewis and Sauro (2021), How to statistically compare two
 * net promoter scores.
 */
export function npsComparison(before: NpsCounts, after: NpsCounts, confidence = 0.95): Comparison {
  const [rawBefore, rawAfter] = [nps(before), nps(after)]
  const [adjustedBefore, adjustedAfter] = [netScore(before, 3), netScore(after, 3)]
  const difference = adjustedAfter.net - adjustedBefore.net
  const standardError = Math.hypot(adjustedBefore.standardError, adjustedAfter.standardError)
  const half = normalQuantile((1 + confidence) / 2) * standardError
  const inference = {
    low: 100 * Math.max(-2, difference - half),
    high: 100 * Math.min(2, difference + half),
    p: 2 * normalCdf(-Math.abs(difference) / standardError),
  }
  return comparison(rawBefore, rawAfter, rawAfter - rawBefore, inference, confidence)
}
