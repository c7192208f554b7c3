import type { RecordedMove } from './tier-move.ts'

/** Where a customer stands after their last move; tier '' is none. */
export type Standing = Pick<RecordedMove, 'cause' | 'at'> & { tier: string }

/**
 * Where each customer of a standard stood at the end of a day, by replaying the history.
 *
 * The latest move counts, of moves at the same instant the one further down: sorting the history changes nothing.
 *
 * @param day Serial day; the whole history by default.
 */
export function standings(history: readonly RecordedMove[], standard: string, day = Infinity): Map<string, Standing> {
  const found = new Map<string, Standing>()
  for (const { customerId, to, cause, at, standard: own } of history) {
    if (own !== standard || at >= day + 1) continue
    const last = found.get(customerId)
    if (!last || at >= last.at) found.set(customerId, { tier: to, cause, at })
  }
  return found
}
