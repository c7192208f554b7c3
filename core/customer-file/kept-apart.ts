import type { ImportedRow } from './imported-rows.ts'

type Clash = { code: 'sameRow' | 'sameCustomer'; rows: number[] }

/** Rows that share a claim. */
type Holders = { rows: ImportedRow[]; isOne?: boolean }

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
  const claimed = aims.map((aim) =>
    claimsOf(aim).map((claim) => {
      const own = holders.get(claim) ?? { rows: [] }
      own.rows.push(aim.imported)
      holders.set(claim, own)
      return own
    }),
  )
  return aims.filter(({ imported }, at) => {
    const shared = (claimed[at] as Holders[]).filter(({ rows }) => rows.length > 1)
    const differs = shared.some((each) => !saySame(each))
    if (!differs && shared.every(({ rows }) => rows[0] === imported)) return true
    const rivals = new Set(shared.flatMap(({ rows }) => rows.slice(0, NAMED + 1)))
    rivals.delete(imported)
    const rows = [...rivals].slice(0, NAMED).map(({ row }) => row)
    reject(imported.row, { code: differs ? 'sameCustomer' : 'sameRow', rows })
    return false
  })
}

function saySame(holders: Holders): boolean {
  holders.isOne ??= new Set(holders.rows.map(({ cells }) => JSON.stringify(Object.entries(cells).sort()))).size === 1
  return holders.isOne
}
