import { normalQuantile } from '../maths/normal-quantile.ts'
import { netScore } from './net-score.ts'
import { nps } from './nps.ts'

export type NpsCounts = { promoters: number; passives: number; detractors: number }
export type NpsMethod = 'ADJUSTED' | 'WALD'
export type NpsStats = NpsCounts & { n: number; nps: number; standardError: number; low: number; high: number }

/**
 * The net promoter score of counted answers with its standard error and limits, all in points from -100 to 100.
 *
 * `nps` is the raw score. ADJUSTED, the adjusted Wald interval, adds 3 answers (3/4 promoters, 3/4 detractors) for the
 * error and the limits, so that they hold for few or unanimous answers too; WALD adds none. Limits are held to -100..100.
 *
 * @param counts Answers 9-10, 7-8 and 0-6; they may be weighted sums.
 * @param confidence Above 0, below 1; 0.95 by default.
 * @returns undefined where there are no answers.
 * @see Rocks (2016), Interval estimation for the net promoter score, The American Statistician 70, 365-372.
 */
export function npsStats(counts: NpsCounts, confidence = 0.95, method: NpsMethod = 'ADJUSTED'): NpsStats | undefined {
  const n = counts.promoters + counts.passives + counts.detractors
  if (n === 0) return undefined
  const { net, standardError } = netScore(counts, method === 'ADJUSTED' ? 3 : 0)
  const half = normalQuantile((1 + confidence) / 2) * standardError
  return {
    ...counts,
    n,
    nps: nps(counts),
    standardError: 100 * standardError,
    low: 100 * Math.max(-1, net - half),
    high: 100 * Math.min(1, net + half),
  }
}
