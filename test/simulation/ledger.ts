import type { Chance } from './chance.ts'
import type { Place } from './prepared.ts'

export type Payload = {
  answers: Answers
  customerId?: string
  channel: string
  /** Whether its customer was mirrored before it was first sent. */
  mirrored: boolean
}
export type Answers = { nps: number; service?: number; why?: string[]; mark: string }

/** One person's answering or one row of a file: however often and however differently it is sent, one answer at most. */
export type Source = {
  name: string
  place: Place
  /** All that was ever sent as it. */
  sent: Payload[]
  /** The one that was told to be stored. */
  stored: Payload | undefined
  answerId: string | undefined
  /** Each makes the answer's revision `revision`. */
  edits: { revision: number; answers: Answers; done: boolean }[]
  deletion: 'none' | 'asked' | 'done'
}

/** What clients did and were told: kept beside the program, never read from it. */
export function newLedger(chance: Chance) {
  const sources = new Map<string, Source>()
  const violations: string[] = []
  const customers = new Map<string, Set<string>>()
  const mirrored = new Set<string>()
  let marks = 0

  return {
    sources,
    violations,
    /** By workspace and customer, each mirrored `tier/owner/segment` that was ever sent. */
    customers,
    /** Workspaces' customers that are mirrored for sure. */
    mirrored,
    violation: (what: string) => void violations.push(what),
    source(place: Place, name: string): Source {
      const key = `${place.name}/${name}`
      const found = sources.get(key)
      if (found) return found
      const source: Source = {
        name: key,
        place,
        sent: [],
        stored: undefined,
        answerId: undefined,
        edits: [],
        deletion: 'none',
      }
      sources.set(key, source)
      return source
    },
    /** Answers that can be told from all others: their text names their source. */
    answersOf(source: Source): Answers {
      const service = chance.below(6)
      const why = ['a', 'b', 'c'].filter(() => chance.happens(0.4))
      return {
        nps: chance.below(11),
        ...(service > 0 && { service }),
        ...(why.length > 0 && { why }),
        mark: `${source.name}#${marks++}`,
      }
    },
    /** Somebody was told that this payload of a source is stored under an id. */
    accepted(source: Source, payload: Payload, answerId: string): void {
      // What was deleted stays so, whatever is sent again.
      if (source.deletion !== 'none') return
      if (source.stored && source.stored !== payload) violations.push(`${source.name}: two payloads were accepted.`)
      if (source.answerId && source.answerId !== answerId) violations.push(`${source.name}: it was given two ids.`)
      source.stored = payload
      source.answerId = answerId
    },
  }
}

export type Ledger = ReturnType<typeof newLedger>

/** The source that an answer names. */
export function sourceNamed(ledger: Ledger, mark: unknown): Source | undefined {
  return ledger.sources.get(String(mark).split('#')[0]!)
}
