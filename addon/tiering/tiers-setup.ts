import { isoDay } from '../../core/calendar/iso-day.ts'
import { me, today } from '../sheet/now.ts'
import { knownStandards } from './known-standards.ts'
import { type CutShort, cutShort } from './open-runs.ts'
import { readRounds } from './rounds-tab.ts'

/** What the form "Tiers" begins with. */
export type TiersSetup = {
  /** Tiers highest first. */
  standards: { name: string; version: number; tiers: string[] }[]
  /** `2026-03-31` */
  today: string
  me: string
  /** Standards whose next round is due, with its day. */
  due: { standard: string; day: string; daysAgo: number }[]
  /** Runs that were cut short, by standard: their moves stand in the history, and not all in the columns. */
  cutShort: CutShort[]
}

export function tiersSetup(): TiersSetup {
  const day = today()
  const standards = knownStandards()
  const next = new Map<string, number>()
  for (const { standard, status, nextDate } of readRounds().rounds) {
    if (status === 'published' && nextDate !== undefined)
      next.set(standard, Math.max(nextDate, next.get(standard) ?? 0))
    // A round that is under way is no longer due.
    if (status === 'proposed' || status === 'approved') next.set(standard, Number.POSITIVE_INFINITY)
  }
  return {
    standards: standards.map(({ name, version, tierOrder }) => {
      return { name, version, tiers: [...tierOrder].reverse() }
    }),
    ...{ today: isoDay(day), me: me() },
    due: [...next]
      .filter(([standard, due]) => due <= day && standards.some(({ name }) => name === standard))
      .map(([standard, due]) => ({ standard, day: isoDay(due), daysAgo: day - due })),
    cutShort: cutShort(),
  }
}
