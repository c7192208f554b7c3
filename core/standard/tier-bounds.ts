import { percentileInc } from '../maths/percentile-inc.ts'
import type { Standard } from './standard.ts'

/**
 * The score that each tier but the lowest begins at, ascending.
 *
 * By SCORE the tiers' own. By SHARE the quantiles of the scores (PERCENTILE.INC) at the tiers' shares: as `quantileTiers`
 * does by VALUE, a score must be above the bound, so that equal scores share a tier.
 *
 * @param scores undefined where a customer has none; they have no say.
 * @returns [] by SHARE where nobody has a score.
 */
export function tierBounds(
  { cut, tiers }: Pick<Standard, 'cut' | 'tiers'>,
  scores: readonly (number | undefined)[],
): number[] {
  const shares = tiers.slice(1).map(({ from }) => from)
  if (cut === 'SCORE') return shares
  const sorted = new Float64Array(scores.filter((score) => score !== undefined)).sort()
  return sorted.length === 0 ? [] : shares.map((share) => percentileInc(sorted, share, 100))
}
