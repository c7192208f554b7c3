/**
 * A shifted beta-geometric of customers' tenure: those who are likely to leave go first, so retention rises with time.
 *
 * The share of the remaining that leaves in period t is `churn / (1 + spread * (t - 1))`. In the paper's parameters
 * churn is alpha / (alpha + beta) and spread is 1 / (alpha + beta). Spread 0 is the geometric, the same churn in every
 * period; spread Infinity is a cohort of which part leaves in the first period and the rest never.
 */
export type RetentionFit = { churn: number; spread: number }

/** What the likelihood needs of each period: the customers that entered it, and those that were left after it. */
type Periods = { entered: readonly number[]; stayed: readonly number[]; lost: number }

/**
 * The shifted beta-geometric that makes the counts of survivors likeliest.
 *
 * Maximum likelihood over those lost in each period and those left at the end. For a given spread the likelihood is
 * concave in churn, so churn is solved for; the best spread is bracketed on a grid, then its slope is bisected.
 * Where the likelihood has no interior optimum it is its limit: the geometric where churn does not fall with time or
 * only one period is known, spread Infinity where customers left in the first of several periods only, or never.
 *
 * @param survivors Customers at the start, then after each period: two or more, above 0, never rising.
 * @see Fader, Hardie (2007), How to project customer retention, Journal of Interactive Marketing 21(1): High End .668,
 * 3.806 and Regular .704, 1.182 of the first seven years.
 */
export function retentionFit(survivors: readonly number[]): RetentionFit {
  const start = survivors[0] as number
  const end = survivors[survivors.length - 1] as number
  const periods = { entered: survivors.slice(0, -1), stayed: survivors.slice(1), lost: start - end }
  const after = survivors[1] as number
  if (survivors.length > 2 && after === end) return { churn: (start - end) / start, spread: Infinity }
  const spread = likeliestSpread(periods)
  return { churn: likeliestChurn(periods, spread), spread }
}

/** Spreads are tried as `share / (1 - share)`, with the share of a grid's cell from 0 to 1. */
const GRID = 64

function likeliestSpread(periods: Periods): number {
  const spreadOf = (share: number) => share / (1 - share)
  let best = 0
  let bestLikelihood = -Infinity
  for (let cell = 0; cell < GRID; cell++) {
    const likelihood = logLikelihood(periods, spreadOf(cell / GRID))
    if (likelihood > bestLikelihood) [best, bestLikelihood] = [cell, likelihood]
  }
  let low = Math.max(0, best - 1) / GRID
  let high = (best + 1) / GRID
  for (let half = 0; half < 100; half++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (slopeOf(periods, spreadOf(middle)) > 0) low = middle
    else high = middle
  }
  return spreadOf(low)
}

function logLikelihood(periods: Periods, spread: number): number {
  const churn = likeliestChurn(periods, spread)
  let sum = churn > 0 ? periods.lost * Math.log(churn) : 0
  periods.entered.forEach((entered, t) => {
    const stayed = periods.stayed[t] as number
    sum += stayed * Math.log(1 - churn + spread * t) - entered * Math.log(1 + spread * t)
  })
  return sum
}

/** How the log-likelihood changes with spread, churn following. */
function slopeOf(periods: Periods, spread: number): number {
  const churn = likeliestChurn(periods, spread)
  let slope = 0
  periods.entered.forEach((entered, t) => {
    slope += t * ((periods.stayed[t] as number) / (1 - churn + spread * t) - entered / (1 + spread * t))
  })
  return slope
}

/** The churn at which `lost / churn = sum of stayed / (1 - churn + spread t)`; the left falls and the right rises. */
function likeliestChurn({ stayed, lost }: Periods, spread: number): number {
  let low = 0
  let high = 1
  for (let half = 0; half < 100; half++) {
    const churn = (low + high) / 2
    if (churn === low || churn === high) break
    const right = stayed.reduce((sum, count, t) => sum + count / (1 - churn + spread * t), 0)
    if (lost > churn * right) low = churn
    else high = churn
  }
  return low
}
