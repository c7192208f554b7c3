import type { Role } from '../../../functions/store/workspace-key.ts'

/** What somebody is in a workspace. */
export type Standing = Role | 'none'

/**
 * Something that clients change one after the other or at once. What it is for sure is known where the last change was
 * answered and none was under way beside it.
 */
export type Known<T> = { sure: T | undefined; underWay: number; changes: number }

/** A document key that was told; `revoked` once its end was asked for, `done` once that was answered. */
export type Key = {
  workspaceId: string
  keyId: string
  secret: string
  spreadsheetId: string
  audience: Audience | undefined
  end: 'none' | 'asked' | 'done'
  /** By how many. */
  asked: number
  /** Where another one stands in its place: when it ends. */
  until?: number
}
export type Audience = { workspaceId: string; audienceId: string; removal: 'none' | 'asked' | 'done'; asked: number }

/** Figures given to audiences, all of the value `number`; those of a withdrawal to nobody. Places in the order of what happened. */
export type Publication = {
  workspaceId: string
  number: number
  audiences: Audience[]
  begun: number
  /** When it was answered; never where it was given up. */
  done: number
  refused: boolean
}

/** What clients of a team did and were told. */
export function newTeamLedger() {
  const violations: string[] = []
  const known = new Map<string, Known<unknown>>()
  let moments = 0
  return {
    violations,
    violation: (what: string) => void violations.push(what),
    keys: [] as Key[],
    audiences: [] as Audience[],
    publications: [] as Publication[],
    /** By workspace and customer, how often one was told to be added. */
    added: new Map<string, number>(),
    moment: () => ++moments,
    /** @param first What it is before anybody changed it. */
    known<T>(name: string, first: T): Known<T> {
      const found = known.get(name) ?? { sure: first, underWay: 0, changes: 0 }
      known.set(name, found)
      return found as Known<T>
    },
  }
}

export type TeamLedger = ReturnType<typeof newTeamLedger>

/** Does a change. @param work What it is then; `same` where nothing was changed, undefined where nobody knows. */
export async function changing<T>(what: Known<T>, work: () => Promise<T | 'same' | undefined>): Promise<void> {
  const before = what.sure
  const isAlone = what.underWay === 0
  const change = ++what.changes
  what.underWay++
  what.sure = undefined
  const after = await work()
  what.underWay--
  if (isAlone && what.changes === change) what.sure = after === 'same' ? before : after
}
