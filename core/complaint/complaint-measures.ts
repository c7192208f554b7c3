import { ascending } from '../maths/ascending.ts'
import { percentileInc } from '../maths/percentile-inc.ts'
import { missed } from './clock.ts'
import type { Instant } from './complaint.ts'
import type { ComplaintFact } from './complaint-fact.ts'
import { isAtRisk } from './complaint-status.ts'

/** What is measured: complaints, from an instant until before another, seen at `now`. */
export type Sample = {
  facts: readonly ComplaintFact[]
  from: Instant
  until: Instant
  now: Instant
  /** Customers in the group, whether they complained or not. */
  customers: number
}

/** A figure and how many cases it rests on; null where there are none. */
export type Measured = {
  n: number
  figure: number | null
}

/**
 * Every figure of the desk.
 *
 * Resolutions are counted one by one: a complaint resolved, reopened and resolved again counts twice, each at its
 * time, so that a past month stays as it was (its REOPEN_RATE alone can still rise).
 */
export const complaintMeasures = {
  /** Received before the period's end and not closed then. */
  OPEN: (s) => count(s.facts.filter((fact) => openAt(fact, s.until))),
  NEW: (s) => count(received(s)),
  RESOLVED: (s) => count(resolutions(s)),
  CLOSED: (s) => count(s.facts.flatMap((fact) => fact.closings).filter((at) => within(at, s))),
  REOPENED: (s) => count(s.facts.flatMap((fact) => fact.reopenings).filter((at) => within(at, s))),
  /** Complaints that first missed a target in the period. */
  BREACHED: (s) => count(s.facts.filter((fact) => within(firstMissed(fact, s.now), s))),
  /** Of those received in the period, the ones of which a running target is nearly used now, whatever else was missed. */
  AT_RISK: (s) => count(received(s).filter((fact) => isAtRisk(fact, s.now))),
  /** Business hours to the first answer, of answers given in the period. */
  MEDIAN_RESPONSE_HOURS: (s) => percentile(s.facts.filter((f) => within(f.respondedAt, s)).map(responseHours), 0.5),
  MEDIAN_RESOLUTION_HOURS: (s) => percentile(resolutions(s).map(resolutionHours), 0.5),
  P90_RESOLUTION_HOURS: (s) => percentile(resolutions(s).map(resolutionHours), 0.9),
  /** Share of the period's resolutions within their target. */
  ON_TIME_RATE: (s) => share(resolutions(s), ({ onTime }) => onTime),
  /** Share of the period's resolutions that did not last. */
  REOPEN_RATE: (s) => share(resolutions(s), ({ undone }) => undone),
  PER_100_CUSTOMERS: (s) => ({
    n: received(s).length,
    figure: s.customers > 0 ? (100 * received(s).length) / s.customers : null,
  }),
  /** Share of the customers who complained in the period that did so more than once. */
  REPEAT_RATE: (s) => share([...complaintsByCustomer(s).values()], (complaints) => complaints > 1),
  /** Share of ratings of the handling at 4 or 5 of 5. */
  HANDLING_CSAT: (s) =>
    share(
      s.facts.flatMap((f) => f.ratings.filter(({ at }) => within(at, s))),
      ({ score }) => score >= 4,
    ),
  COMPENSATION: (s) => total(s.facts.flatMap((f) => f.compensations.filter(({ at }) => within(at, s)))),
} satisfies Record<string, (sample: Sample) => Measured>

export type ComplaintMetric = keyof typeof complaintMeasures

export const complaintMetrics = Object.keys(complaintMeasures) as readonly ComplaintMetric[]

/** The figures that are shares from 0 to 1. */
export const rateMetrics: readonly ComplaintMetric[] = ['ON_TIME_RATE', 'REOPEN_RATE', 'REPEAT_RATE', 'HANDLING_CSAT']

/** Whether a complaint was received and not closed before an instant. */
function openAt({ receivedAt, closings, reopenings }: ComplaintFact, until: Instant): boolean {
  const closedAt = closings.filter((at) => at < until).pop()
  if (receivedAt >= until) return false
  return closedAt === undefined || reopenings.some((at) => at >= closedAt && at < until)
}

function within(at: Instant | undefined, { from, until }: Sample): boolean {
  return at !== undefined && at >= from && at < until
}

function received(sample: Sample): ComplaintFact[] {
  return sample.facts.filter((fact) => within(fact.receivedAt, sample))
}

/** The period's resolutions; each reopening undoes the resolution of the same place in order. */
function resolutions(sample: Sample) {
  return sample.facts.flatMap(({ resolutions, reopenings }) =>
    resolutions
      .map((resolution, place) => ({ ...resolution, undone: place < reopenings.length }))
      .filter(({ at }) => within(at, sample)),
  )
}

/** Sorting puts what was not missed last. */
function firstMissed(
  { response, update, updatesMissed, resolution }: ComplaintFact,
  now: Instant,
): Instant | undefined {
  return [missed(response, now), updatesMissed[0], update && missed(update, now), missed(resolution, now)].sort()[0]
}

/** Whoever is not in the customer file is nobody's repetition. */
function complaintsByCustomer(sample: Sample): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { customer } of received(sample)) {
    if (customer.id !== '') counts.set(customer.id, (counts.get(customer.id) ?? 0) + 1)
  }
  return counts
}

const responseHours = ({ response }: ComplaintFact) => response.usedMinutes / 60
const resolutionHours = ({ minutes }: { minutes: number }) => minutes / 60

function count(cases: readonly unknown[]): Measured {
  return { n: cases.length, figure: cases.length }
}

function share<T>(cases: readonly T[], holds: (each: T) => boolean): Measured {
  return { n: cases.length, figure: cases.length ? cases.filter(holds).length / cases.length : null }
}

function percentile(hours: readonly number[], part: number): Measured {
  return { n: hours.length, figure: hours.length ? percentileInc(ascending(hours), part) : null }
}

/** Added in cents, which are exact. */
function total(given: readonly { amount: number }[]): Measured {
  return { n: given.length, figure: given.reduce((cents, { amount }) => cents + Math.round(amount * 100), 0) / 100 }
}
