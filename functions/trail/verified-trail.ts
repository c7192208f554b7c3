import type { TrailHead } from '../store/audit-trail.ts'
import { findTrailHead, trailItems, trailPlace, trailSeal } from '../store/audit-trail.ts'
import type { Table } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

/** Up to where the trail is known to be as it was written: the entry and its seal; 0 and '' before the first. */
export type TrailMark = { seq: number; seal: string }

export const trailFlaws = ['altered', 'removed', 'inserted', 'cut', 'remade', 'head'] as const

/**
 * The first thing that is wrong. `altered`: entry `seq` is not as it was written. `removed`: there is no entry `seq`,
 * though there are later ones. `inserted`: something that is no entry stands behind entry `seq`. `cut`: entry `seq` and all
 * behind it are gone. `remade`: entry `seq` is sealed, but not the one that was seen before. `head`: what is kept of the
 * last entry does not fit the last entry, `seq`.
 */
type TrailFlaw = { seq: number; what: (typeof trailFlaws)[number] }

export type Verified = {
  /** Entries that were looked at and are right. */
  checked: number
  /** Up to there all is right. */
  mark: TrailMark
  isEnd: boolean
  flaw?: TrailFlaw
}

/** A transaction that is seen in part is seen whole after it. */
const PAUSE_MS = 40
const TIMES = 2

/**
 * Looks at up to `limit` entries behind a mark, each against its own seal and that of the one before, and at the end
 * against the head, which can't be seen to be right while somebody writes: what is wrong is looked at again first.
 *
 * Seals are signatures under the deployment's key. Who writes to the table but has no key can't alter, remove, swap or add
 * an entry unseen, unless they cut off the end and take the head back to an earlier seal as well; who has both can make the
 * whole trail anew. Either is seen by somebody who has kept a mark of their own.
 *
 * @param known A mark that the caller was given earlier.
 */
export async function verifiedTrail(
  backend: Table & { signingKey: string },
  workspace: WorkspaceKey,
  from: TrailMark,
  { limit, known }: { limit: number; known?: TrailMark | undefined },
): Promise<Verified> {
  for (let time = 1; ; time++) {
    const found = await looked(backend, workspace, from, limit, known)
    if (!found.flaw || time === TIMES) return found
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

async function looked(
  backend: Table & { signingKey: string },
  workspace: WorkspaceKey,
  from: TrailMark,
  limit: number,
  known: TrailMark | undefined,
): Promise<Verified> {
  const head = await findTrailHead(backend, workspace)
  const { items, isLast } = await trailItems(backend, workspace, from.seq, limit)
  let mark = from
  const done = (isEnd: boolean, flaw?: TrailFlaw): Verified => {
    return { checked: mark.seq - from.seq, mark, isEnd, ...(flaw && { flaw }) }
  }
  for (const item of items) {
    const seq = mark.seq + 1
    const place = trailPlace(item.sk)
    if (place === undefined || place < seq) return done(true, { seq: mark.seq, what: 'inserted' })
    if (place > seq) return done(true, { seq, what: 'removed' })
    const seal = trailSeal(backend.signingKey, workspace, item)
    if (item.seq !== seq || item.seal !== seal) return done(true, { seq, what: 'altered' })
    // What stands here is vouched for by those behind it, so the one before is another than was there.
    if (item.before !== mark.seal) return done(true, { seq: Math.max(1, mark.seq), what: 'altered' })
    if (known?.seq === seq && known.seal !== seal) return done(true, { seq, what: 'remade' })
    mark = { seq, seal }
  }
  return isLast ? done(true, flawAtEnd(mark, head, known)) : done(false)
}

function flawAtEnd(mark: TrailMark, head: TrailHead | undefined, known: TrailMark | undefined): TrailFlaw | undefined {
  const last = Math.max(head?.seq ?? 0, known?.seq ?? 0)
  if (mark.seq < last) return { seq: mark.seq + 1, what: 'cut' }
  if (mark.seq !== (head?.seq ?? 0) || mark.seal !== (head?.seal ?? '')) return { seq: mark.seq, what: 'head' }
  return undefined
}
