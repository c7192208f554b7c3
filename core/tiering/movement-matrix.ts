import { standings } from './standings.ts'
import type { RecordedMove } from './tier-move.ts'

export type MovementMatrix = {
  /** Highest tier first; tiers that the order does not know follow. */
  tiers: string[]
  /** Customers by their tier on the first day (rows) and on the second (columns), both in the order of `tiers`. */
  counts: number[][]
  /** By tier of the second day: customers that had none on the first. */
  came: number[]
  /** By tier of the first day: customers that have none on the second. */
  left: number[]
  up: number
  down: number
  stayed: number
}

/**
 * Where the customers of each tier went between the ends of two days, by replaying the history.
 *
 * @param tierOrder Lowest first. A move from or to a tier outside of it is neither up nor down.
 */
export function movementMatrix(
  history: readonly RecordedMove[],
  standard: string,
  days: { from: number; to: number },
  tierOrder: readonly string[],
): MovementMatrix {
  const before = standings(history, standard, days.from)
  const after = standings(history, standard, days.to)
  const tierOf = (at: typeof before, id: string) => at.get(id)?.tier || undefined
  const ids = [...new Set([...before.keys(), ...after.keys()])]
  const pairs = ids.map((id) => ({ from: tierOf(before, id), to: tierOf(after, id) }))
  const tiers = [...new Set([...[...tierOrder].reverse(), ...pairs.flatMap(({ from, to }) => [from, to])])].filter(
    (tier) => tier !== undefined,
  )
  const place = new Map(tiers.map((tier, at) => [tier, at]))
  const rank = new Map(tierOrder.map((tier, at) => [tier, at]))
  const matrix: MovementMatrix = {
    tiers,
    counts: tiers.map(() => tiers.map(() => 0)),
    came: tiers.map(() => 0),
    left: tiers.map(() => 0),
    up: 0,
    down: 0,
    stayed: 0,
  }
  for (const { from, to } of pairs) {
    if (from !== undefined && to !== undefined) {
      add(matrix.counts[place.get(from) as number] as number[], place.get(to) as number)
      const step = Math.sign((rank.get(to) ?? NaN) - (rank.get(from) ?? NaN))
      if (from === to) matrix.stayed += 1
      else if (step > 0) matrix.up += 1
      else if (step < 0) matrix.down += 1
    } else if (to !== undefined) add(matrix.came, place.get(to) as number)
    else if (from !== undefined) add(matrix.left, place.get(from) as number)
  }
  return matrix
}

function add(counts: number[], at: number): void {
  counts[at] = (counts[at] as number) + 1
}
