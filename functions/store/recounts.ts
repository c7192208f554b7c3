import type { DayHead } from './day-head.ts'
import type { StaleDay } from './figures.ts'

/** A day of more rows that was counted within the last minute is told as of then. */
const LARGE_DAY = 20_000
const RECENT_MS = 60_000

/**
 * Rows that are counted while somebody waits: 10,000 take Lambda about a second, of the 29 that it has, and 1,100 read
 * units.
 */
export const MOST_ROWS = 150_000

/**
 * Those of some stale days that are counted again now: first what was never counted, in that the smallest days.
 *
 * @param rows So many can still be waited for.
 */
export function countedNow(stale: StaleDay[], now: Date, rows: number): StaleDay[] {
  const due = stale.filter(({ head, kept }) => {
    return head.n <= LARGE_DAY || !kept || now.getTime() - Date.parse(kept.at || '1970-01-01') > RECENT_MS
  })
  due.sort((a, b) => Number(a.kept !== undefined) - Number(b.kept !== undefined) || a.head.n - b.head.n)
  const taken: StaleDay[] = []
  let left = rows
  for (const each of due) {
    if (each.head.n > left) continue
    left -= each.head.n
    taken.push(each)
  }
  return taken
}

/** Whether a day holds more than anybody can wait for, so that the audit counts it. */
export function isForAudit({ n }: DayHead): boolean {
  return n > MOST_ROWS
}
