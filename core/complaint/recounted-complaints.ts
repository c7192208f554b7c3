import type { Instant } from './complaint.ts'
import type { ComplaintFact } from './complaint-fact.ts'

/** The figures of the desk that a KPI sheet can show. */
export const recountedMetrics = [
  ...(['NEW', 'OPEN', 'BREACHED', 'ON_TIME_RATE', 'PER_100_CUSTOMERS'] as const),
  ...(['MEDIAN_RESOLUTION_HOURS', 'HANDLING_CSAT'] as const),
] as const
export type RecountedMetric = (typeof recountedMetrics)[number]

type Span = { from: Instant; until: Instant; now: Instant; customers: number }

/**
 * A figure of the desk, counted complaint by complaint: for proving what `complaintFigures` gives, of which it uses
 * nothing.
 *
 * @param facts Of all kinds; only complaints count.
 * @returns `n`: the cases that it rests on; `figure` null where there are none.
 */
export function recountedComplaints(
  facts: readonly ComplaintFact[],
  metric: RecountedMetric,
  { from, until, now, customers }: Span,
): { n: number; figure: number | null } {
  let [cases, good] = [0, 0]
  const minutes: number[] = []
  const inside = (at: Instant) => from <= at && at < until
  for (const fact of facts) {
    if (fact.kind !== 'complaint') continue
    if (metric === 'OPEN') cases += isOpenBefore(fact, until) ? 1 : 0
    if (metric === 'NEW' || metric === 'PER_100_CUSTOMERS') cases += inside(fact.receivedAt) ? 1 : 0
    if (metric === 'BREACHED') cases += missedTargets(fact, now).slice(0, 1).some(inside) ? 1 : 0
    if (metric === 'HANDLING_CSAT') {
      for (const { at, score } of fact.ratings) {
        if (!inside(at)) continue
        cases++
        if (score > 3) good++
      }
    }
    if (metric !== 'ON_TIME_RATE' && metric !== 'MEDIAN_RESOLUTION_HOURS') continue
    for (const resolution of fact.resolutions) {
      if (!inside(resolution.at)) continue
      cases++
      if (resolution.onTime) good++
      minutes.push(resolution.minutes)
    }
  }
  const figures: Record<RecountedMetric, number | null> = {
    ...{ NEW: cases, OPEN: cases, BREACHED: cases },
    PER_100_CUSTOMERS: customers > 0 ? (cases / customers) * 100 : null,
    ON_TIME_RATE: cases > 0 ? good / cases : null,
    HANDLING_CSAT: cases > 0 ? good / cases : null,
    MEDIAN_RESOLUTION_HOURS: cases > 0 ? middle(minutes) / 60 : null,
  }
  return { n: cases, figure: figures[metric] }
}

/** Walks through what closed and reopened it, in the order of time. */
function isOpenBefore({ receivedAt, closings, reopenings }: ComplaintFact, until: Instant): boolean {
  const turns = [...closings.map((at) => ({ at, open: false })), ...reopenings.map((at) => ({ at, open: true }))].sort(
    (one, other) => (one.at === other.at ? Number(one.open) - Number(other.open) : one.at < other.at ? -1 : 1),
  )
  let open = receivedAt < until
  for (const turn of turns) if (turn.at < until) open = turn.open
  return open
}

/** When it missed each of its targets, the first one first. */
function missedTargets({ response, update, resolution, updatesMissed }: ComplaintFact, now: Instant): Instant[] {
  const found = [...updatesMissed]
  for (const clock of [response, update, resolution]) {
    if (clock?.missedAt !== undefined) found.push(clock.missedAt)
    else if (clock?.dueAt !== undefined && clock.dueAt < now) found.push(clock.dueAt)
  }
  return found.sort()
}

function middle(values: number[]): number {
  const sorted = values.sort((one, other) => one - other)
  const half = sorted.length >> 1
  const upper = sorted[half] as number
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2
}
