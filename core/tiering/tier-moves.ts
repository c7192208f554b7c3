import type { Override } from './override.ts'
import type { ScoredCustomers } from './scored-customers.ts'
import type { Standing } from './standings.ts'
import type { TierCause, TierMove } from './tier-move.ts'

/** What the customers' tiers were before, and why they are counted anew. */
export type Before = {
  standings: ReadonlyMap<string, Pick<Standing, 'tier' | 'cause'>>
  /** What the tier column holds in a row; it counts where the history is silent. */
  tierInCell: (row: number) => string
  overrides: ReadonlyMap<string, Pick<Override, 'tier' | 'reason'>>
  cause: 'score' | 'round'
}

/**
 * The moves from what the tiers were to what they are now; none where nothing changed, so that the same run twice adds
 * none.
 *
 * The first tiers that a standard gives are moves too, so that the history alone tells every tier. The beginning and
 * the end of an override are moves even where the tier stays. A run by score notes who left the file.
 *
 * @param tiers One per customer, overrides included.
 */
export function tierMoves(
  { ids }: Pick<ScoredCustomers, 'ids'>,
  tiers: readonly (string | undefined)[],
  { standings, tierInCell, overrides, cause }: Before,
): TierMove[] {
  const moves: TierMove[] = []
  ids.forEach((customerId, row) => {
    if (customerId === '') return
    const last = standings.get(customerId)
    const from = last ? last.tier : tierInCell(row)
    const to = tiers[row] ?? ''
    const override = overrides.get(customerId)
    const why = causeOf(last, from === to, override !== undefined, cause)
    if (why && (last || from !== '' || to !== '')) {
      moves.push({ customerId, from, to, cause: why, reason: override?.reason ?? '' })
    }
  })
  return cause === 'score' ? [...moves, ...gone(standings, new Set(ids))] : moves
}

function causeOf(
  last: Pick<Standing, 'cause'> | undefined,
  same: boolean,
  overridden: boolean,
  cause: 'score' | 'round',
): TierCause | undefined {
  if (overridden) return same && last?.cause === 'override' ? undefined : 'override'
  if (last?.cause === 'override') return 'overrideEnded'
  if (!last) return cause === 'score' ? 'first' : cause
  return same ? undefined : cause
}

function gone(standings: Before['standings'], ids: ReadonlySet<string>): TierMove[] {
  const left: TierMove[] = []
  for (const [customerId, { tier }] of standings) {
    if (tier !== '' && !ids.has(customerId)) left.push({ customerId, from: tier, to: '', cause: 'gone', reason: '' })
  }
  return left
}
