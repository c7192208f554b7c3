import type { ImportedRow } from './imported-rows.ts'

type Clash = { code: 'sameRow' | 'sameCustomer'; rows: number[] }

/** Rows that share a claim; `isOne` where all say the same. */
type Holders = { rows: number[]; content: string; isOne: boolean }

/** How many of the rows that one clashes with are named. */
const NAMED = 5

/**
 * The rows of an import that speak of a customer each.
 *
 * Of rows that share a claim and say the same, the first stays; where they differ, none does. Both are reported with
 * the rows that they clash with.
 *
 * @param claimsOf What no two rows may have in common.
 */
export function keptApart<T extends { imported: ImportedRow }>(
  aims: readonly T[],
  claimsOf: (aim: T) => string[],
  reject: (row: number, reason: Clash) => void,
): T[] {
  const holders = new Map<string, Holders>()
  const claimed = aims.map((aim) => {
    const content = JSON.stringify(Object.entries(aim.imported.cells).sort())
    return claimsOf(aim).map((claim) => {
      const own = holders.get(claim) ?? { rows: [], content, isOne: true }
      own.rows.push(aim.imported.row)
      if (own.content !== content) own.isOne = false
      holders.set(claim, own)
      return own
    })
  })
  return aims.filter(({ imported: { row } }, at) => {
    const shared = (claimed[at] as Holders[]).filter(({ rows }) => rows.length > 1)
    const differs = shared.some(({ isOne }) => !isOne)
    if (!differs && shared.every(({ rows }) => rows[0] === row)) return true
    const rivals = new Set(shared.flatMap(({ rows }) => rows.slice(0, NAMED + 1)))
    rivals.delete(row)
    reject(row, { code: differs ? 'sameCustomer' : 'sameRow', rows: [...rivals].slice(0, NAMED) })
    return false
  })
}
