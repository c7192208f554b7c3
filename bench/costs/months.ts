import { prices } from './prices.ts'
import type { Act, Units } from './units.ts'

/** What a team does in a month. Whoever has other habits changes these numbers and runs it again. */
export const team: Record<Exclude<Act, 'sweep'>, number> = {
  customer: 300,
  sameCustomer: 20_000,
  answer: 1000,
  ownAnswer: 500,
  importedAnswer: 500,
  pageOpened: 3000,
  figures: 4000,
  intake: 100,
  step: 600,
  queue: 1500,
  publication: 720,
  read: 6000,
}

/** What is billed whoever works: alarms, dashboard and secrets of a stage, and runs of the sweep. */
export const FIXED = { alarms: 26, dashboards: 1, secrets: 1, sweeps: 60 * 24 * 30 }

/** Requests that carry many at once. */
const AT_ONCE: Partial<Record<Act, number>> = { customer: 500, sameCustomer: 500, importedAnswer: 500 }

/** Taken for granted, not measured on AWS: how long a request is worked on, and how much is logged of it. */
export const ASSUMED = {
  requestSeconds: 0.06,
  requestGB: 1,
  sweepSeconds: 0.2,
  sweepGB: 0.5,
  logKB: 1,
}

/** Kept of a team after three years of answers, complaints and published figures, with indexes. */
export const STORED_GB = 0.15

/** E-mails that a team's desk sends in a month. */
export const EMAILS = 300

export type Bill = { database: number; stored: number; requests: number; logs: number; emails: number; fixed: number }

/** Dollars a month for so many teams. */
export function month(units: Units, teams: number): Bill {
  const acts = Object.entries(team) as [Exclude<Act, 'sweep'>, number][]
  const database = acts.reduce((sum, [act, times]) => sum + times * unitsPrice(units[act]), 0)
  const requests = acts.reduce((sum, [act, times]) => sum + times / (AT_ONCE[act] ?? 1), 0)
  return {
    database: teams * database + FIXED.sweeps * unitsPrice(units.sweep),
    stored: teams * STORED_GB * prices.storedGB,
    requests:
      teams * requests * requestPrice(ASSUMED.requestSeconds * ASSUMED.requestGB) +
      FIXED.sweeps * (prices.lambdaRequests + ASSUMED.sweepSeconds * ASSUMED.sweepGB * prices.lambdaGBSeconds),
    logs: ((teams * requests + FIXED.sweeps) * ASSUMED.logKB * prices.logGB) / 1e6,
    emails: teams * EMAILS * prices.emails,
    fixed: FIXED.alarms * prices.alarms + FIXED.dashboards * prices.dashboards + FIXED.secrets * prices.secrets,
  }
}

/** Dollars for a million acts, each a request of its own or a part of one. */
export function million(units: Units, act: Act): { database: number; requests: number } {
  const requests = requestPrice(ASSUMED.requestSeconds * ASSUMED.requestGB) / (AT_ONCE[act] ?? 1)
  return { database: 1e6 * unitsPrice(units[act]), requests: 1e6 * requests }
}

function unitsPrice({ readUnits, writeUnits }: Units[Act]): number {
  return readUnits * prices.readUnits + writeUnits * prices.writeUnits
}

function requestPrice(gigabyteSeconds: number): number {
  return prices.apiRequests + prices.lambdaRequests + gigabyteSeconds * prices.lambdaGBSeconds
}
