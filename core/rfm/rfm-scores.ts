import { type BucketMethod, bucketScores } from '../scoring/bucket-scores.ts'

/** Bins for recency, frequency and monetary, each whole and 2 or more. */
export type RfmBins = readonly [r: number, f: number, m: number]

export type RfmScores = { r: number[]; f: number[]; m: number[]; codes: string[] }

/**
 * R, F and M of each customer from 1 to the number of bins, higher is better, and their code such as `555`.
 *
 * Recency is scored on days and turned round, so that the most recent scores highest; under RANK it is ranked from the
 * longest ago. Codes are joined with `-` where a score can have two digits.
 *
 * @param recency Days since the last order. The three columns are equally long.
 */
export function rfmScores(
  recency: readonly number[],
  frequency: readonly number[],
  monetary: readonly number[],
  bins: RfmBins = [5, 5, 5],
  method: BucketMethod = 'VALUE',
): RfmScores {
  const r = recencyScores(recency, bins[0], method)
  const f = bucketScores(frequency, bins[1], method)
  const m = bucketScores(monetary, bins[2], method)
  return { r, f, m, codes: scoreCodes(r, f, m, bins) }
}

/** Each code is written once, however many customers have it. */
function scoreCodes(r: readonly number[], f: readonly number[], m: readonly number[], bins: RfmBins): string[] {
  const most = Math.max(...bins)
  const joint = most > 9 ? '-' : ''
  const known = new Map<number, string>()
  return r.map((score, i) => {
    const key = (score * (most + 1) + (f[i] as number)) * (most + 1) + (m[i] as number)
    let code = known.get(key)
    if (code === undefined) {
      code = [score, f[i], m[i]].join(joint)
      known.set(key, code)
    }
    return code
  })
}

/** VALUE turns the scores round; RANK ranks the negative days, so that ties still go by first appearance. */
function recencyScores(recency: readonly number[], bins: number, method: BucketMethod): number[] {
  if (method === 'VALUE') return bucketScores(recency, bins, method).map((score) => bins + 1 - score)
  const nearness = recency.map((days) => -days)
  return bucketScores(nearness, bins, method)
}
