import type { Chance } from './chance.ts'
import type { OwnLink } from './links-told.ts'
import type { Place } from './prepared.ts'

export type Payload = {
  answers: Answers
  customerId?: string
  channel: string
  /** Whether its customer was mirrored before it was first sent. */
  mirrored: boolean
  /** Of the questions on the page that it was sent from. */
  version?: number
  /** Whether it was sent when nothing could be answered any more, nor since. */
  late?: () => boolean
}
export type Answers = { nps: number; service?: number; extra?: number; why?: string[]; team?: string; mark: string }

/** One person's answering or one row of a file: however often and however differently it is sent, one answer at most. */
export type Source = {
  name: string
  place: Place
  /** Of a day whose answers expire where they are not kept for good. */
  isOld?: boolean
  /** All that was ever sent as it. */
  sent: Payload[]
  /** The one that was told to be stored. */
  stored: Payload | undefined
  answerId: string | undefined
  /** Each makes the answer's revision `revision`. */
  edits: { revision: number; answers: Answers; done: boolean; late?: () => boolean }[]
  deletion: 'none' | 'asked' | 'done'
}

/** What was asked to be erased of a customer: answers that were told to be stored before, and links. */
export type Erasure = {
  customer: string
  sources: Source[]
  links: OwnLink[]
  toldAt: number
  done: boolean
  /** What was sent and asked for of each when it may have been over for the first time. */
  asOf?: Map<Source | OwnLink, number>
}

/** What clients did and were told: kept beside the program, never read from it. */
export function newLedger(chance: Chance) {
  const sources = new Map<string, Source>()
  const violations: string[] = []
  let marks = 0

  return {
    sources,
    violations,
    /** By workspace and customer, each mirrored `tier/owner/segment` that was ever sent. */
    customers: new Map<string, Set<string>>(),
    /** Workspaces' customers that are mirrored for sure. */
    mirrored: new Set<string>(),
    /** Customers' own links, by `linkKey`. */
    links: new Map<string, OwnLink>(),
    erasures: [] as Erasure[],
    /** How often customers were erased for good, by workspace and customer: what comes later is of somebody new. */
    erased: new Map<string, number>(),
    /** By survey and version, the questions that were told. */
    versions: new Map<string, string>(),
    /** By survey, whether it was ever asked to be closed, and whether it is closed for sure. */
    closings: new Map<string, { opening: number; opened: number; closed: boolean }>(),
    /** Surveys that were ever asked to keep their answers for some time only. */
    expiring: new Set<string>(),
    /** How many answers figures of staff were ever shown to be of. */
    shown: new Set<number>(),
    violation: (what: string) => void violations.push(what),
    source(place: Place, name: string): Source {
      const key = `${place.name}/${name}`
      const found = sources.get(key)
      if (found) return found
      const nothing = { sent: [], stored: undefined, answerId: undefined, edits: [], deletion: 'none' as const }
      const source: Source = { name: key, place, ...nothing }
      sources.set(key, source)
      return source
    },
    /** Answers that can be told from all others: their text names their source. */
    answersOf(source: Source, more: Partial<Answers> = {}): Answers {
      const service = chance.below(6)
      const why = ['a', 'b', 'c'].filter(() => chance.happens(0.4))
      return {
        nps: chance.below(11),
        ...(service > 0 && { service }),
        ...(why.length > 0 && { why }),
        ...more,
        mark: `${source.name}#${marks++}`,
      }
    },
    /** Something is sent as a source; what is sent of somebody who is being erased may be erased too. */
    sends(source: Source, payload: Payload): void {
      source.sent.push(payload)
      const customer = `${source.place.workspaceId}/${payload.customerId}`
      const erased = this.erasures.some((each) => each.customer === customer && !each.done)
      const expires = source.isOld && this.expiring.has(source.place.name)
      if ((erased || expires) && source.deletion === 'none') source.deletion = 'asked'
    },
    /** From now on any night may take what is old in a survey. */
    expires(place: Place): void {
      this.expiring.add(place.name)
      for (const source of sources.values())
        if (source.place === place && source.isOld && source.deletion === 'none') source.deletion = 'asked'
    },
    /** Somebody was told that this payload of a source is stored under an id. */
    accepted(source: Source, payload: Payload, answerId: string): void {
      if (payload.late?.()) violations.push(`${source.name}: it was accepted after it could not be answered any more.`)
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

/** Whether a customer was ever asked to be erased. */
export function wasErased({ erasures }: Ledger, workspaceId: string, customerId: string | undefined): boolean {
  return erasures.some(({ customer }) => customer === `${workspaceId}/${customerId}`)
}
