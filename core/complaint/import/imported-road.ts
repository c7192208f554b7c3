import type { ComplaintState, Instant } from '../complaint.ts'
import type { ComplaintMove } from '../complaint-moves.ts'
import type { ComplaintTimes, TimePart } from './complaint-times.ts'

/** A step of the road that a complaint went before it was imported. */
export type RoadStep = { action: ComplaintMove; at: Instant }

/** The steps, oldest first, after reception; `isUndated` if one of them counts at another's time, having none of its own. */
export type ImportedRoad = { steps: RoadStep[]; isUndated: boolean }

/** Why no road leads there: it is open and yet has ended at some time, or was rated while it is open. */
export type RoadProblem = { problem: 'openButEnded'; part: TimePart } | { problem: 'ratedOpen' }

const OPEN: readonly ComplaintState[] = ['received', 'acknowledged', 'in_progress', 'waiting']
const FAR: readonly ComplaintState[] = [...OPEN, 'resolved', 'feedback', 'closed']

/**
 * The road that leads to a state by the times that are known.
 *
 * Steps that must lie between but have no time of their own count at the last one known, an acknowledgement at the
 * resolution, which was an answer. Without a state, the times say how far it got. Who rated the handling of what is
 * resolved has had their say: it is closed.
 */
export function importedRoad(
  told: ComplaintState | undefined,
  times: ComplaintTimes,
  isRated = false,
): ImportedRoad | RoadProblem {
  const reached = reachedBy(times)
  const ended = times.closedAt === undefined ? 'resolvedAt' : 'closedAt'
  if (told && OPEN.includes(told) && FAR.indexOf(reached) >= OPEN.length)
    return { problem: 'openButEnded', part: ended }
  const furthest = told && (told === 'reopened' || FAR.indexOf(told) > FAR.indexOf(reached)) ? told : reached
  if (isRated && OPEN.includes(furthest)) return { problem: 'ratedOpen' }
  const state = isRated && furthest !== 'reopened' ? 'closed' : furthest
  return walked(state, times)
}

function reachedBy({ firstResponseAt, resolvedAt, closedAt }: ComplaintTimes): ComplaintState {
  if (closedAt !== undefined) return 'closed'
  if (resolvedAt !== undefined) return 'resolved'
  return firstResponseAt === undefined ? 'received' : 'acknowledged'
}

function walked(state: ComplaintState, times: ComplaintTimes): ImportedRoad {
  const { receivedAt, firstResponseAt, resolvedAt, closedAt } = times
  const road: ImportedRoad = { steps: [], isUndated: false }
  let last = receivedAt
  const step = (action: ComplaintMove, at: Instant | undefined, needsTime = true) => {
    if (at === undefined && needsTime) road.isUndated = true
    last = at ?? last
    road.steps.push({ action, at: last })
  }
  if (state === 'received') return road
  step('acknowledge', firstResponseAt ?? resolvedAt ?? closedAt)
  if (state === 'in_progress') step('start', undefined, false)
  if (state === 'waiting') step('wait', undefined)
  if (OPEN.includes(state)) return road
  step('resolve', resolvedAt ?? closedAt)
  if (state === 'feedback') step('ask_feedback', undefined, false)
  if (state === 'closed' || closedAt !== undefined) step('close', closedAt)
  if (state === 'reopened') step('reopen', undefined)
  return road
}
