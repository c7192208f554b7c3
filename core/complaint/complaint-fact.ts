import type { InferOutput } from 'valibot'
import { pick } from 'valibot'
import { type Complaint, complaintSchema, type Instant } from './complaint.ts'

/** What figures need of a complaint: all but its words. */
export const complaintFactSchema = pick(complaintSchema, [
  'id',
  'number',
  'version',
  'kind',
  'state',
  'channel',
  'category',
  'severity',
  'customer',
  'owner',
  'rootCause',
  'receivedAt',
  'respondedAt',
  'response',
  'update',
  'updatesMissed',
  'resolution',
  'resolutions',
  'reopenings',
  'closings',
  'compensations',
  'ratings',
])

export type ComplaintFact = InferOutput<typeof complaintFactSchema>

/** The fact of a complaint. */
export function complaintFact(complaint: Complaint): ComplaintFact {
  const keys = Object.keys(complaintFactSchema.entries) as (keyof ComplaintFact)[]
  return Object.fromEntries(keys.map((key) => [key, complaint[key]])) as ComplaintFact
}

/**
 * The UTC months in which something happened that a figure counts, `YYYY-MM`, ascending.
 *
 * A target missed by the mere passing of time counts from the event that next touched the complaint; until then the
 * complaint is open, and open complaints are read anyway.
 */
export function factMonths(fact: ComplaintFact): string[] {
  const { receivedAt, respondedAt, response, updatesMissed, resolution, resolutions, reopenings, closings } = fact
  const instants: (Instant | undefined)[] = [
    receivedAt,
    respondedAt,
    response.missedAt,
    ...updatesMissed,
    resolution.missedAt,
    ...resolutions.map(({ at }) => at),
    ...reopenings,
    ...closings,
    ...fact.compensations.map(({ at }) => at),
    ...fact.ratings.map(({ at }) => at),
  ]
  return [...new Set(instants.flatMap((at) => at?.slice(0, 7) ?? []))].sort()
}
