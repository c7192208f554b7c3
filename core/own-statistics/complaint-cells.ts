import type { ComplaintFact } from '../complaint/complaint-fact.ts'
import type { StatisticCell } from './cell-reader.ts'

/** What a statistic can ask of a complaint, with the type of each field; days are days since 1970-01-01. */
export const complaintFields = {
  received: 'date',
  category: 'text',
  state: 'text',
  severity: 'text',
  channel: 'text',
  tier: 'text',
  'customer.owner': 'text',
  segment: 'text',
  owner: 'text',
  rootCause: 'text',
  responded: 'date',
  resolved: 'date',
  closed: 'date',
  responseHours: 'number',
  resolutionHours: 'number',
  onTime: 'text',
  reopenings: 'number',
  compensation: 'money',
  rating: 'number',
} as const

export type ComplaintField = keyof typeof complaintFields

/**
 * A complaint's fields: tier, segment and customer's owner as at intake, the rest as now; nothing that names who
 * complained. What happened several times counts by its last, but compensation by its sum. Hours are business hours.
 */
export function complaintCells(
  fact: ComplaintFact,
  dayOf: (instant: string) => number,
): Record<ComplaintField, StatisticCell> {
  const { customer, resolutions, closings, ratings, compensations, reopenings } = fact
  const resolution = resolutions[resolutions.length - 1]
  const day = (instant: string | undefined) => (instant === undefined ? undefined : dayOf(instant))
  const cents = compensations.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0)
  return {
    received: dayOf(fact.receivedAt),
    category: fact.category,
    state: fact.state,
    severity: fact.severity,
    channel: fact.channel,
    tier: customer.tier,
    'customer.owner': customer.owner,
    segment: customer.segment,
    owner: fact.owner,
    rootCause: fact.rootCause,
    responded: day(fact.respondedAt),
    resolved: day(resolution?.at),
    closed: day(closings[closings.length - 1]),
    responseHours: fact.respondedAt === undefined ? undefined : fact.response.usedMinutes / 60,
    resolutionHours: resolution && resolution.minutes / 60,
    onTime: resolution && (resolution.onTime ? 'yes' : 'no'),
    reopenings: reopenings.length,
    compensation: compensations.length === 0 ? undefined : cents / 100,
    rating: ratings[ratings.length - 1]?.score,
  }
}
