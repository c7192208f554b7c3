import { isDeepStrictEqual } from 'node:util'
import type { Plain } from './engine/engine.ts'
import type { Item } from './engine/item.ts'
import type { Ledger } from './ledger.ts'
import type { Counted } from './recount.ts'
import { groupsBy } from './recount.ts'

/** What lies by day: rows, the heads that count them, figures that were kept of them, and how to recount those. */
export type Days<R extends Item> = {
  rows: R[]
  heads: Item[]
  kept: Item[]
  /** Where the rows are that a partition of figures is about. */
  rowsOf: (figures: string) => string
  /** A row's value of a cut; undefined where it does not count there. */
  groupOf: (row: R, cut: string) => string | undefined
  counted: (rows: R[]) => Counted
}

/** Each day with rows has a head that counts them, and figures stamped with its version are what a recount gives. */
export function checkDays<R extends Item>(
  ledger: Ledger,
  { rows, heads, kept, rowsOf, groupOf, counted }: Days<R>,
): void {
  const days = groupsBy(rows, ({ pk, sk }) => `${pk} ${sk.split('#')[1]}`)
  const versions = new Map<string, number>()
  const present = (day: string) => (days.get(day) ?? []).filter(({ deleted }) => !deleted)
  for (const { pk, sk, n, version } of heads) {
    const day = `${pk} ${sk.slice('H#'.length)}`
    versions.set(day, version as number)
    const there = present(day).length
    if (n !== there) ledger.violation(`The head of ${day} says ${n} where there are ${there}.`)
  }
  for (const day of days.keys()) if (!versions.has(day)) ledger.violation(`${day} has rows and no head.`)
  for (const { pk, sk, version, groups } of kept) {
    const [cut, date] = sk.split('#') as [string, string]
    const day = `${rowsOf(pk)} ${date}`
    const current = versions.get(day) ?? 0
    if ((version as number) > current) ledger.violation(`Figures of ${day} are from a version that never was.`)
    if (version !== current) continue
    const grouped = groupsBy(present(day), (row) => groupOf(row, cut))
    const recount = [...grouped].map(([value, group]) => ({ value, ...counted(group) })).sort(byValue)
    if (!isDeepStrictEqual([...(groups as { value: string }[])].sort(byValue), recount)) {
      const [told, right] = [groups, recount].map((each) => JSON.stringify(each))
      ledger.violation(`Figures of ${day} by ${cut} at version ${version} are ${told}, not ${right}.`)
    }
  }
}

/** Watches that figures, once kept, are never replaced by those of an earlier version. */
export function figuresNeverOlder(ledger: Ledger): (operation: string, request: Plain) => void {
  const versions = new Map<string, number>()
  return (operation, { Item }) => {
    const { pk, sk, version } = (Item ?? {}) as { pk?: string; sk: string; version: number }
    if (operation !== 'PutItem' || !pk?.includes('#G#')) return
    const key = `${pk} ${sk}`
    const before = versions.get(key) ?? 0
    versions.set(key, version)
    if (version < before) ledger.violation(`Figures of ${key} fall from version ${before} to ${version}.`)
  }
}

function byValue(a: { value: string }, b: { value: string }): number {
  return a.value < b.value ? -1 : 1
}
