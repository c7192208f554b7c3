import type { DatedEvent, EventKind } from './dated-event.ts'
import type { PartChange, ScoreChange } from './score-change.ts'

/** An indicator's part with what happened that bears on it, latest first. */
type StoryCause = PartChange & { events: DatedEvent[] }

export type ScoreStory = {
  from: number
  to: number
  points: number
  /** Largest first; their points add up to `points` exactly. */
  causes: StoryCause[]
  /** What else happened in the time, latest first. */
  also: DatedEvent[]
}

/**
 * A move of the score with its dated causes.
 *
 * Events from the day of the earlier run to the day of the later one, both included, stand with the largest cause that
 * they bear on; only a cause by the customer's own value has events.
 *
 * @param days The days of the two runs.
 * @param bearsOn Which kinds of events bear on an indicator, by its key.
 */
export function scoreStory(
  { parts, ...score }: ScoreChange,
  events: readonly DatedEvent[],
  days: { from: number; to: number },
  bearsOn: (key: string) => readonly EventKind[],
): ScoreStory {
  let left = events.filter(({ day }) => day >= days.from && day <= days.to).sort((a, b) => b.day - a.day)
  const causes = parts.map((part) => {
    const kinds = part.cause === 'value' ? bearsOn(part.key) : []
    const own = left.filter(({ kind }) => kinds.includes(kind))
    left = left.filter(({ kind }) => !kinds.includes(kind))
    return { ...part, events: own }
  })
  return { ...score, causes, also: left }
}
