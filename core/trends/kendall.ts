import { ascending } from '../maths/ascending.ts'
import { normalCdf } from '../maths/normal-cdf.ts'
import { inversions } from './inversions.ts'

export type Kendall = {
  /** Pairs of points that rise less pairs that fall. */
  score: number
  /** Kendall's tau-b, -1 to 1; undefined where all x or all y are equal. */
  tau: number | undefined
  /** Two-sided p of the Mann-Kendall test; 1 where nothing can be said. */
  p: number
}

/**
 * Whether y rises or falls with x.
 *
 * With x as time this is the Mann-Kendall test: normal approximation with continuity correction, its variance corrected
 * for ties in x and y. Points with equal x, or equal y, are no pair that rises or falls.
 *
 * @param xs At least 3, in any order.
 * @see Kendall (1975), Rank correlation methods; R's cor.test(method = "kendall", exact = FALSE, continuity = TRUE);
 * Knight (1966), JASA 61, 436-439, for counting in n log n steps.
 */
export function kendall(xs: readonly number[], ys: readonly number[]): Kendall {
  const order = xs.map((_, i) => i).sort((i, k) => xs[i]! - xs[k]! || ys[i]! - ys[k]!)
  const n = xs.length
  const [tiesX, tiesY] = [tieSums(order.map((i) => xs[i]!)), tieSums(ascending(ys))]
  const tiesBoth = runLengths(order.length, (k) => {
    const [i, before] = [order[k]!, order[k - 1]!]
    return xs[i] === xs[before] && ys[i] === ys[before]
  }).reduce((sum, t) => sum + (t * (t - 1)) / 2, 0)
  const pairs = (n * (n - 1)) / 2
  const falling = inversions(order.map((i) => ys[i]!))
  const score = pairs - tiesX.pairs - tiesY.pairs + tiesBoth - 2 * falling
  const comparable = Math.sqrt((pairs - tiesX.pairs) * (pairs - tiesY.pairs))
  const variance =
    (n * (n - 1) * (2 * n + 5) - tiesX.spread - tiesY.spread) / 18 +
    (2 * tiesX.pairs * tiesY.pairs) / (n * (n - 1)) +
    (tiesX.triples * tiesY.triples) / (9 * n * (n - 1) * (n - 2))
  const p = score === 0 ? 1 : 2 * normalCdf((1 - Math.abs(score)) / Math.sqrt(variance))
  return { score, tau: comparable === 0 ? undefined : score / comparable, p }
}

/** Over groups of t equal values: sums of t(t-1)/2, t(t-1)(2t+5) and t(t-1)(t-2). */
function tieSums(sorted: readonly number[]): { pairs: number; spread: number; triples: number } {
  const sums = { pairs: 0, spread: 0, triples: 0 }
  for (const t of runLengths(sorted.length, (k) => sorted[k] === sorted[k - 1])) {
    sums.pairs += (t * (t - 1)) / 2
    sums.spread += t * (t - 1) * (2 * t + 5)
    sums.triples += t * (t - 1) * (t - 2)
  }
  return sums
}

/** How long each run of equal neighbours is, in a row of `length`. */
function runLengths(length: number, equalsBefore: (place: number) => boolean): number[] {
  const lengths: number[] = []
  for (let k = 0; k < length; k++) {
    if (k > 0 && equalsBefore(k)) lengths[lengths.length - 1]!++
    else lengths.push(1)
  }
  return lengths
}
