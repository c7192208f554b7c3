import { InputError } from '../../core/input-error.ts'
import type { AudienceKind } from '../../core/kpi/audience.ts'
import type { Backend } from '../backend.ts'
import type { Caller } from '../request/route.ts'
import { newId } from '../secrets.ts'
import { allAudiences, audienceWrites } from '../store/audience.ts'
import { audienceLinks, findAudienceLink, unlinkWrites } from '../store/audience-link.ts'
import { told } from '../store/audit-trail.ts'
import { type Operation, once } from '../store/operation.ts'
import { forgetFigures } from '../store/published-kpi.ts'
import { type ItemKey, transact } from '../store/table.ts'
import type { Role } from '../store/workspace-key.ts'
import { goneSeries } from './gone-series.ts'

/** As many as one transaction changes beside what else it does. */
const MOST_AUDIENCES = 40
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** Adds an audience. @throws InputError `audienceNameless`, `audienceEmail`, `audienceExists`, `tooManyAudiences`. */
export function addedAudience(
  caller: Caller<Role> & { backend: Backend },
  asked: { kind: AudienceKind; name: string },
  operation: Operation,
) {
  const { backend, workspace } = caller
  const { kind, name } = named(asked)
  return once(backend, workspace.partition(), operation, async () => {
    const before = await allAudiences(backend, workspace)
    const isSame = (other: { kind: string; name: string }) =>
      other.kind === kind && other.name.toLowerCase() === name.toLowerCase()
    if (before.audiences.some(isSame)) throw new InputError('audienceExists', undefined)
    if (before.audiences.length >= MOST_AUDIENCES) throw new InputError('tooManyAudiences', { most: MOST_AUDIENCES })
    const audience = { audienceId: newId(), kind, name }
    const made = { ...audience, createdAt: backend.now().toISOString(), series: [] }
    return {
      writes: audienceWrites(workspace, before, [...before.audiences, made]),
      result: audience,
      // Of one account alone the name is its address.
      told: told(caller, 'audienceMade', { ...audience, name: kind === 'account' ? undefined : name }),
    }
  })
}

/** Removes an audience, and then what was its own; a repeat after a crash goes on. @throws InputError `notFound` */
export async function removeAudience(
  caller: Caller<Role> & { backend: Backend },
  audienceId: string,
  operation: Operation,
) {
  const { backend, workspace } = caller
  const left: ItemKey[] = []
  const removed = await once(backend, workspace.partition(), operation, async () => {
    const before = await allAudiences(backend, workspace)
    const after = before.audiences.filter((audience) => audience.audienceId !== audienceId)
    if (after.length === before.audiences.length) throw new InputError('notFound', undefined)
    const { gone, keys } = await goneSeries(backend, workspace, before, after)
    left.push(...keys)
    return {
      writes: audienceWrites(workspace, before, after, gone),
      result: { audienceId, removed: true as const },
      told: told(caller, 'audienceRemoved', { audienceId }),
    }
  })
  for (const { keyId } of await audienceLinks(backend, workspace, audienceId)) {
    await transact(backend, unlinkWrites(workspace, audienceId, keyId))
  }
  await forgetFigures(backend, left)
  return removed
}

/** Ends a spreadsheet's link. @throws InputError `notFound` */
export function unlinkSpreadsheet(
  caller: Caller<Role> & { backend: Backend },
  { audienceId, keyId }: { audienceId: string; keyId: string },
  operation: Operation,
) {
  const { backend, workspace } = caller
  return once(backend, workspace.partition(), operation, async () => {
    if (!(await findAudienceLink(backend, workspace, audienceId, keyId))) throw new InputError('notFound', undefined)
    return {
      writes: unlinkWrites(workspace, audienceId, keyId),
      result: { keyId, unlinked: true as const },
      told: told(caller, 'spreadsheetUnlinked', { audienceId, keyId }),
    }
  })
}

/** Everyone needs no name, a position one, an account an address, which is compared in lower case. */
function named({ kind, name }: { kind: AudienceKind; name: string }): { kind: AudienceKind; name: string } {
  if (kind === 'everyone') return { kind, name: '' }
  if (kind === 'account' && !EMAIL.test(name)) throw new InputError('audienceEmail', undefined)
  if (name === '') throw new InputError('audienceNameless', undefined)
  return { kind, name: kind === 'account' ? name.toLowerCase() : name }
}
