import type { RfmRule, ScoreRange } from './rfm-rules.ts'
import type { RfmBins, RfmScores } from './rfm-scores.ts'

/**
 * The segment of each customer: the name of the first rule that accepts its scores, else `others`.
 *
 * Rules speak of scores 1 to 5; scores in other bins are first scaled by 1 + ROUND(4 (s - 1) / (bins - 1)).
 *
 * @param scores Whole, 1 to the number of bins; without `m` the rules must not look at it.
 */
export function rfmSegments<Name>(
  { r, f, m = [] }: Pick<RfmScores, 'r' | 'f'> & { m?: number[] | undefined },
  rules: readonly RfmRule<Name>[],
  others: Name,
  bins: RfmBins = [5, 5, 5],
): Name[] {
  const [rScale, fScale, mScale] = bins.map(scaleToFive) as [number[], number[], number[]]
  const names = segmentTable(rules, others)
  return r.map((score, i) => {
    const rf = (rScale[score] as number) * 6 + (fScale[f[i] as number] as number)
    return names[rf * 6 + (mScale[m[i] as number] ?? 0)] as Name
  })
}

/** The segment for all scores out of five, at (r * 6 + f) * 6 + m; m is 0 where nothing is known of it. */
function segmentTable<Name>(rules: readonly RfmRule<Name>[], others: Name): Name[] {
  return Array.from({ length: 6 ** 3 }, (_, at) => {
    const scores = [Math.floor(at / 36), Math.floor(at / 6) % 6, at % 6] as const
    const rule = rules.find((candidate) => accepts(candidate, scores))
    return rule === undefined ? others : rule.name
  })
}

/** The score out of five for each score out of `bins`; index 0 is not used. */
function scaleToFive(bins: number): number[] {
  return Array.from({ length: bins + 1 }, (_, score) => 1 + Math.round((4 * (score - 1)) / (bins - 1)))
}

function accepts<Name>(rule: RfmRule<Name>, [r, f, m]: readonly [number, number, number]): boolean {
  return within(rule.r, r) && within(rule.f, f) && (rule.m === undefined || within(rule.m, m))
}

function within([low, high]: ScoreRange, score: number): boolean {
  return low <= score && score <= high
}
