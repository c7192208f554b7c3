import type { Reply } from '../client.ts'

/** What became of something that was sent: nobody knows, while it is `open`. */
type Outcome = 'open' | 'accepted' | 'refused'

/** Something told to the desk that makes one complaint at the most, however often it is sent; known by its mark. */
export type Intake = { mark: string; outcome: Outcome; id?: string; number?: string; isWanted?: boolean }

/** Something done to a complaint that makes one event at the most; `asked` is what the event has to say. */
export type Edit = {
  mark: string
  complaintId: string
  expectedVersion: number
  asked: Record<string, unknown>
  /** Who asked; customers sign in nowhere. */
  as?: string
  outcome: Outcome
}

/** A hand-over that makes one event of each complaint at the most. */
export type Handing = { mark: string; given: number | undefined }

/** A complaint as a client last saw it. */
export type Seen = { id: string; version: number; state: string; actions: string[]; feedbackLink?: string }

/** What clients of a desk did and were told: kept beside the program, never read from it. */
export function newDeskLedger() {
  const violations: string[] = []
  let marks = 0
  return {
    violations,
    violation: (what: string) => void violations.push(what),
    mark: (what: string) => `${what}-${++marks}`,
    intakes: new Map<string, Intake>(),
    edits: new Map<string, Edit>(),
    handings: new Map<string, Handing>(),
    /** Complaints that somebody was told of. */
    seen: new Map<string, Seen>(),
    /** By its place, each event as it was first written, and when. */
    written: new Map<string, { text: string; at: number }>(),
    policies: new Set<number>(),
    intake(mark: string, more: Partial<Intake> = {}): Intake {
      const intake: Intake = { mark, outcome: 'open', ...more }
      this.intakes.set(mark, intake)
      return intake
    },
    accepted(intake: Intake, { id, number }: { id: string; number: string }): void {
      if (intake.id !== undefined && (intake.id !== id || intake.number !== number)) {
        violations.push(`${intake.mark} was told to be ${intake.number} and ${number}.`)
      }
      Object.assign(intake, { outcome: 'accepted', id, number })
    },
    edit(mark: string, edit: Omit<Edit, 'mark' | 'outcome'>): Edit {
      const begun: Edit = { mark, outcome: 'open', ...edit }
      this.edits.set(mark, begun)
      return begun
    },
    /** Notes a complaint as a reply shows it; versions only grow. */
    sees({ body }: Reply): void {
      const { id, version, state, actions, feedbackLink } = body
      const before = this.seen.get(id)
      if (before && before.version > version) return
      this.seen.set(id, { id, version, state, actions, ...(feedbackLink && { feedbackLink }) })
    },
  }
}

export type DeskLedger = ReturnType<typeof newDeskLedger>
