import type { CheckedRow } from './entry-check.ts'

/**
 * The rows that lack something or hold something wrong, those that matter most first: the highest tier, in it the
 * highest score, then the one that lacks most, then as they stand. Without a tier or score comes last.
 *
 * @param tierOrder Lowest first; tiers that it does not name stand below all others.
 */
export function fillOrder(
  rows: readonly CheckedRow[],
  { tiers, scores, tierOrder }: { tiers: readonly string[]; scores: readonly unknown[]; tierOrder: readonly string[] },
): CheckedRow[] {
  const rankOf = new Map(tierOrder.map((tier, rank) => [tier, rank]))
  const rank = ({ row }: CheckedRow) => rankOf.get(tiers[row]?.trim() ?? '') ?? -1
  const score = ({ row }: CheckedRow) => {
    const value = scores[row]
    return typeof value === 'number' ? value : Number.NEGATIVE_INFINITY
  }
  const byScore = (a: CheckedRow, b: CheckedRow) => (score(a) === score(b) ? 0 : score(b) - score(a))
  return rows
    .filter(({ missing, wrong }) => missing.length + wrong.length > 0)
    .sort((a, b) => rank(b) - rank(a) || byScore(a, b) || b.missing.length - a.missing.length || a.row - b.row)
}
