import { isDeepStrictEqual } from 'node:util'
import type { Plain } from './engine/engine.ts'
import type { Item } from './engine/item.ts'
import type { Ledger } from './ledger.ts'
import type { StoredAnswer } from './recount.ts'
import { counted, groupsBy } from './recount.ts'

type Cut = 'all' | 'tier' | 'owner' | 'segment' | 'channel' | 'tier_now' | 'owner_now'

/**
 * The days of one survey: each day with answers has a head that counts them, and figures stamped with its version are
 * what a recount gives.
 */
export function checkDays(
  ledger: Ledger,
  { answers, heads, kept }: { answers: StoredAnswer[]; heads: Item[]; kept: Item[] },
): void {
  const days = groupsBy(answers, ({ pk, day }) => `${pk} ${day}`)
  const versions = new Map<string, number>()
  for (const { pk, sk, n, version } of heads) {
    const day = `${pk} ${sk.slice('H#'.length)}`
    versions.set(day, version as number)
    const there = present(days.get(day)).length
    if (n !== there) ledger.violation(`The head of ${day} says ${n} where there are ${there}.`)
  }
  for (const day of days.keys()) if (!versions.has(day)) ledger.violation(`${day} has answers and no head.`)
  for (const { pk, sk, version, groups } of kept) {
    const [cut, date] = sk.split('#') as [Cut, string]
    const day = `${pk.replace('#G#', '#S#')} ${date}`
    const current = versions.get(day) ?? 0
    if ((version as number) > current) ledger.violation(`Figures of ${day} are from a version that never was.`)
    if (version !== current) continue
    const recount = groupsBy(present(days.get(day)), (answer) => groupOf(answer, cut))
    const expected = [...recount].map(([value, group]) => ({ value, ...counted(group) })).sort(byValue)
    if (!isDeepStrictEqual([...(groups as { value: string }[])].sort(byValue), expected)) {
      ledger.violation(
        `Figures of ${day} by ${cut} at version ${version} are ${JSON.stringify(groups)}, not ${JSON.stringify(expected)}.`,
      )
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

function groupOf(answer: StoredAnswer, cut: Cut): string {
  if (cut === 'all') return ''
  if (cut === 'tier_now') return answer.tierNow ?? ''
  return (cut === 'owner_now' ? answer.ownerNow : answer[cut]) ?? ''
}

function present(answers: StoredAnswer[] = []): StoredAnswer[] {
  return answers.filter(({ deleted }) => !deleted)
}

function byValue(a: { value: string }, b: { value: string }): number {
  return a.value < b.value ? -1 : 1
}
