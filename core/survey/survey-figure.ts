import { csatThreshold } from '../satisfaction/csat.ts'
import { npsGroup } from '../satisfaction/nps-group.ts'
import { type NpsCounts, npsStats } from '../satisfaction/nps-stats.ts'
import { wilsonInterval } from '../statistics/wilson-interval.ts'
import { meanInterval } from './mean-interval.ts'
import type { Tally } from './tally.ts'

export const surveyMetrics = ['NPS', 'CSAT', 'CES', 'MEAN', 'COUNT', 'RESPONSE_RATE', 'SHARE'] as const
export type SurveyMetric = (typeof surveyMetrics)[number]

/** A figure, from how many answers, and its limits at 95 %. Null where it can't be said. */
export type SurveyFigure = { n: number; figure: number | null; low: number | null; high: number | null }

/**
 * One figure of counted answers: NPS -100..100 (adjusted Wald), CSAT the share of the satisfied as 0..1 (Wilson): 4 and 5
 * of 5, from 6 of 7, from 8 of 10; CES and MEAN the mean (normal limits), COUNT how many answered.
 *
 * @param question Its id; COUNT without one counts all answers.
 * @param points The highest satisfaction that its scale has.
 */
export function surveyFigure(
  metric: Exclude<SurveyMetric, 'SHARE' | 'RESPONSE_RATE'>,
  tally: Tally,
  question: string | undefined,
  points: 5 | 7 | 10 = 5,
): SurveyFigure {
  const counts = question === undefined ? {} : (tally.questions[question] ?? {})
  if (metric === 'COUNT') {
    const n = question === undefined ? tally.n : respondents(counts)
    return { n, figure: n, low: null, high: null }
  }
  const scores = scoresOf(counts)
  const n = respondents(counts)
  if (metric === 'NPS') {
    const stats = npsStats(npsCountsOf(scores))
    return { n, figure: stats?.nps ?? null, low: stats?.low ?? null, high: stats?.high ?? null }
  }
  if (metric === 'CSAT') {
    const stats = wilsonInterval(satisfied(scores, points), n)
    return { n, figure: stats?.rate ?? null, low: stats?.low ?? null, high: stats?.high ?? null }
  }
  const stats = meanInterval(scores)
  return { n, figure: stats?.mean ?? null, low: stats?.low ?? null, high: stats?.high ?? null }
}

/** How many of those who answered a question gave one value, as a share with its Wilson limits. */
export function valueShare(tally: Tally, question: string, value: string): SurveyFigure {
  const counts = tally.questions[question] ?? {}
  const n = counts[value] ?? 0
  const stats = wilsonInterval(n, respondents(counts))
  return { n, figure: stats?.rate ?? null, low: stats?.low ?? null, high: stats?.high ?? null }
}

function respondents(counts: Record<string, number>): number {
  return counts['*'] ?? Object.values(counts).reduce((sum, count) => sum + count, 0)
}

/** Each score with how often it came. */
export function scoresOf(counts: Record<string, number>): { score: number; count: number }[] {
  return Object.entries(counts).map(([score, count]) => ({ score: Number(score), count }))
}

/** How many promoters, passives and detractors gave scores from 0 to 10. */
export function npsCountsOf(scores: { score: number; count: number }[]): NpsCounts {
  const groups = { promoter: 0, passive: 0, detractor: 0 }
  for (const { score, count } of scores) groups[npsGroup(score)!] += count
  return { promoters: groups.promoter, passives: groups.passive, detractors: groups.detractor }
}

/** How many are satisfied, of a scale from 1. */
export function satisfied(scores: { score: number; count: number }[], points: 5 | 7 | 10): number {
  const least = csatThreshold(points) as number
  return scores.reduce((sum, { score, count }) => sum + (score >= least ? count : 0), 0)
}
