import { expect, test } from 'vitest'
import type { StaleDay } from '../../../functions/store/figures.ts'
import { countedNow, isForAudit, MOST_ROWS } from '../../../functions/store/recounts.ts'

const now = new Date('2026-03-10T08:00:00.000Z')
const ago = (ms: number) => new Date(now.getTime() - ms).toISOString()

/** A day of `n` rows that was counted at an instant, or never. */
function stale(day: string, n: number, at?: string): StaleDay {
  const kept = at === undefined ? undefined : { sk: day, version: 1, at, groups: [] }
  return { day, head: { sk: `H#${day}`, n, version: 2, stamp: 0 }, kept } as unknown as StaleDay
}
const taken = (...days: StaleDay[]) => countedNow(days, now, MOST_ROWS).map(({ day }) => day)

test('a large day that was counted within the last minute waits', () => {
  expect(taken(stale('small', 20_000, ago(0)))).toEqual(['small'])
  expect(taken(stale('large', 20_001, ago(60_000)))).toEqual([])
  expect(taken(stale('large', 20_001, ago(60_001)))).toEqual(['large'])
  expect(taken(stale('never', 20_001))).toEqual(['never'])
  expect(taken(stale('kept before it was said when', 20_001, ''))).toEqual(['kept before it was said when'])
})
test('what was never counted comes first, in that the smallest', () => {
  const counted = [stale('a', 30, ago(0)), stale('b', 10, ago(0))]
  const never = [stale('c', 40), stale('d', 20)]
  expect(taken(...counted, ...never)).toEqual(['d', 'c', 'b', 'a'])
  expect(taken(...never, ...counted)).toEqual(['d', 'c', 'b', 'a'])
})
test('as many rows as somebody can wait for, one that is too large left out', () => {
  expect(taken(stale('a', 100_000), stale('b', 50_000))).toEqual(['b', 'a'])
  expect(taken(stale('a', 100_000), stale('b', 50_001))).toEqual(['b'])
  const counted = [stale('b', 60_000, ago(70_000)), stale('c', 30_000, ago(70_000)), stale('d', 20_000, ago(0))]
  expect(taken(stale('a', 100_000), ...counted)).toEqual(['a', 'd', 'c'])
})
test('a day that holds more than that is for the audit', () => {
  const { head } = stale('a', 150_000)
  expect([isForAudit(head), isForAudit({ ...head, n: 150_001 })]).toEqual([false, true])
})
