import type { Comparison } from '../statistics/comparison.ts'
import { sampleComparison } from '../statistics/mean-comparison.ts'
import { npsComparison } from '../statistics/nps-comparison.ts'
import { rateComparison } from '../statistics/rate-comparison.ts'
import type { Sample } from '../statistics/sample.ts'
import type { SurveyMetric } from './survey-figure.ts'
import { npsCountsOf, satisfied, scoresOf } from './survey-figure.ts'
import type { Tally } from './tally.ts'

export const comparedMetrics = ['NPS', 'CSAT', 'CES', 'MEAN'] as const satisfies SurveyMetric[]
export type ComparedMetric = (typeof comparedMetrics)[number]
/** A figure's change, with the answers that each side was counted from. */
export type FigureChange = Comparison & { n: { before: number; after: number } }

/**
 * How a figure changed between two sets of counted answers, and whether that can be chance: NPS by adjusted Wald, CSAT
 * by Newcombe's limits and the pooled z test, CES and MEAN by Welch's t test, as TS_COMPARE does.
 *
 * @param points The highest satisfaction that the question's scale has.
 * @returns undefined where one side has no answers.
 */
export function figureChange(
  metric: ComparedMetric,
  { before, after, question, points = 5 }: { before: Tally; after: Tally; question: string; points?: 5 | 7 | 10 },
): FigureChange | undefined {
  const [was, is] = [scoresOf(before.questions[question] ?? {}), scoresOf(after.questions[question] ?? {})]
  if (was.length === 0 || is.length === 0) return undefined
  const [old, now] = [sampleOf(was), sampleOf(is)]
  const n = { before: old.n, after: now.n }
  if (metric === 'NPS') return { ...npsComparison(npsCountsOf(was), npsCountsOf(is)), n }
  if (metric !== 'CSAT') return { ...sampleComparison(old, now), n }
  const [satisfiedThen, satisfiedNow] = [satisfied(was, points), satisfied(is, points)]
  return { ...rateComparison({ successes: satisfiedThen, n: old.n }, { successes: satisfiedNow, n: now.n }), n }
}

function sampleOf(scores: { score: number; count: number }[]): Sample {
  const n = scores.reduce((sum, { count }) => sum + count, 0)
  const mean = scores.reduce((sum, { score, count }) => sum + score * count, 0) / n
  const squares = scores.reduce((sum, { score, count }) => sum + count * (score - mean) ** 2, 0)
  return { n, mean, meanVariance: squares / (n - 1) / n }
}
