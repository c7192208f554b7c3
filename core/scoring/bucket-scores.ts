import { countBelow } from '../maths/count-below.ts'
import { percentileInc } from '../maths/percentile-inc.ts'

/** Looked up once: a script context's globals are slow to reach, and this runs for every value. */
const { floor } = Math

export type BucketMethod = 'VALUE' | 'RANK'

/**
 * A score from 1 (smallest values) to `bins` (largest) for each value.
 *
 * VALUE: 1 + the number of inner quantiles (PERCENTILE.INC) that the value is above; equal values share a score.
 * RANK: NTILE, equal counts, the first `length % bins` buckets one larger; of equal values the first comes first.
 *
 * @param values At least one where `bins` is to mean anything; an empty column gives an empty one.
 * @param bins Whole, 2 or more.
 */
export function bucketScores(values: readonly number[], bins: number, method: BucketMethod = 'VALUE'): number[] {
  return method === 'RANK' ? rankScores(values, bins) : valueScores(values, bins)
}

function valueScores(values: readonly number[], bins: number): number[] {
  if (values.length === 0) return []
  const sorted = new Float64Array(values).sort()
  const limits = Array.from({ length: bins - 1 }, (_, k) => percentileInc(sorted, k + 1, bins))
  return values.map((value) => 1 + countBelow(limits, value))
}

function rankScores(values: readonly number[], bins: number): number[] {
  const order = values.map((_, row) => row).sort((a, b) => (values[a] as number) - (values[b] as number) || a - b)
  const size = floor(values.length / bins)
  const larger = values.length % bins
  const inLarger = larger * (size + 1)
  const scores = new Array<number>(values.length)
  order.forEach((row, rank) => {
    scores[row] = rank < inLarger ? 1 + floor(rank / (size + 1)) : 1 + larger + floor((rank - inLarger) / size)
  })
  return scores
}
