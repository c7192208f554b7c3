import type { NpsCounts } from './nps-stats.ts'

/**
 * The share of promoters less the share of detractors, -1 to 1, with its standard error.
 *
 * @param counts They may be weighted sums.
 * @param added Answers added before it is counted, a quarter of them promoters and a quarter detractors: 3 for the
 * adjusted Wald interval, 0 for the plain one. Without it there must be an answer.
 * @see Rocks (2016), Interval estimation for the net promoter score, The American Statistician 70, 365-372.
 */
export function netScore(counts: NpsCounts, added: number): { net: number; standardError: number } {
  const n = counts.promoters + counts.passives + counts.detractors + added
  const promoters = (counts.promoters + added / 4) / n
  const detractors = (counts.detractors + added / 4) / n
  const net = promoters - detractors
  return { net, standardError: Math.sqrt(Math.max(0, promoters + detractors - net * net) / n) }
}
