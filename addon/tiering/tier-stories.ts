import { isoDay } from '../../core/calendar/iso-day.ts'
import type { DatedEvent } from '../../core/tiering/dated-event.ts'
import type { PartChange, ScoreChange } from '../../core/tiering/score-change.ts'
import { scoreStory } from '../../core/tiering/score-story.ts'
import type { TierCause } from '../../core/tiering/tier-move.ts'
import { type ComplaintSource, complaintEvents } from './complaint-events.ts'
import { customerEvents } from './customer-events.ts'
import { customerNames } from './customer-names.ts'
import { eventKindsOf } from './event-kinds-of.ts'
import { knownStandard } from './known-standards.ts'
import { type HistoryLine, readHistory } from './tier-history.ts'

/** An event with its day as `2026-03-31`. */
export type ShownEvent = Omit<DatedEvent, 'day'> & { day: string }
/** Events of a story: the latest, and how many more there are. */
export type ShownEvents = { events: ShownEvent[]; more: number }

/** A move of tier with its dated causes, for a form to put in words. */
export type ShownStory = {
  customerId: string
  name: string
  owner: string
  day: string
  from: string
  to: string
  move: 'down' | 'up' | 'other'
  cause: TierCause
  reason: string
  /** null where no earlier run is known. */
  score: { from: number; to: number; points: number } | null
  causes: (PartChange & { label: string } & ShownEvents)[]
  also: ShownEvents
}

export type TierStories = {
  /** The latest first. */
  runs: { run: string; day: string; moves: number }[]
  run: string
  /** How many moves there are; `stories` are the first of them. */
  total: number
  stories: ShownStory[]
  complaints: ComplaintSource
}

const MOST_STORIES = 200
const MOST_RUNS = 30
const MOST_EVENTS = 3
const ORDER = { down: 0, up: 1, other: 2 }

/**
 * Every move of tier of one run, or with a search every move of the customers that it finds, with what caused it:
 * customers that fell first, each kind by the largest change of the score.
 *
 * @param run '' for the latest that moved anybody.
 * @param query A part of a customer's id or name; '' for none.
 */
export function tierStories(standard: string, run: string, query: string): TierStories {
  const history = readHistory().filter((line) => line.standard === standard)
  const runs = runsOf(history)
  const chosen = run || (runs[0]?.run ?? '')
  const names = customerNames()
  const wanted = query.trim().toLowerCase()
  const isWanted = ({ customerId, run: of }: HistoryLine) =>
    wanted === ''
      ? of === chosen
      : customerId.toLowerCase().includes(wanted) || (names.get(customerId)?.name.toLowerCase() ?? '').includes(wanted)
  const { tierOrder } = knownStandard(standard)
  const moves = history.filter(isWanted).map((line) => ({ line, move: moveOf(line, tierOrder) }))
  const size = ({ line }: (typeof moves)[number]) => Math.abs((line.toScore ?? 0) - (line.fromScore ?? 0))
  moves.sort((a, b) => (wanted === '' ? ORDER[a.move] - ORDER[b.move] || size(b) - size(a) : b.line.at - a.line.at))
  const shown = moves.slice(0, MOST_STORIES)
  const ids = new Set(shown.map(({ line }) => line.customerId))
  const events = customerEvents(ids)
  const complaints = complaintEvents(ids)
  return {
    ...{ runs: runs.slice(0, MOST_RUNS), run: chosen, total: moves.length, complaints: complaints.source },
    stories: shown.map(({ line, move }) => {
      const { customerId } = line
      const own = [...(events.get(customerId) ?? []), ...(complaints.events.get(customerId) ?? [])]
      const { name = '', owner = '' } = names.get(customerId) ?? {}
      return { ...{ customerId, name, owner, move }, ...shownStory(line, own) }
    }),
  }
}

type Details = { since?: number; change: ScoreChange; labels: Record<string, string> }

function shownStory(line: HistoryLine, events: readonly DatedEvent[]) {
  const { from, to, cause, reason } = line
  const shown = { day: isoDay(line.at), from, to, cause, reason }
  if (!line.details) return { ...shown, score: null, causes: [], also: { events: [], more: 0 } }
  const { since, change, labels } = JSON.parse(line.details) as Details
  const days = { from: Math.floor(since ?? line.at), to: Math.floor(line.at) }
  const story = scoreStory(change, events, days, eventKindsOf)
  return {
    ...shown,
    score: { from: story.from, to: story.to, points: story.points },
    causes: story.causes.map(({ events: own, ...part }) => {
      return { ...part, label: labels[part.key] ?? part.key, ...shownEvents(own) }
    }),
    also: shownEvents(story.also),
  }
}

function shownEvents(events: readonly DatedEvent[]): ShownEvents {
  const shown = events.slice(0, MOST_EVENTS).map((event) => ({ ...event, day: isoDay(event.day) }))
  return { events: shown, more: events.length - shown.length }
}

function moveOf({ from, to }: HistoryLine, tierOrder: readonly string[]): ShownStory['move'] {
  const [before, after] = [tierOrder.indexOf(from), tierOrder.indexOf(to)]
  if (before < 0 || after < 0 || before === after) return 'other'
  return after > before ? 'up' : 'down'
}

function runsOf(history: readonly HistoryLine[]): TierStories['runs'] {
  const found = new Map<string, { run: string; at: number; moves: number }>()
  for (const { run, at } of history) {
    const known = found.get(run)
    if (known) known.moves += 1
    else found.set(run, { run, at, moves: 1 })
  }
  return [...found.values()].sort((a, b) => b.at - a.at).map(({ run, at, moves }) => ({ run, day: isoDay(at), moves }))
}
