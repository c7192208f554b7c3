import { InputError } from '../../core/input-error.ts'
import type { AudienceKind } from '../../core/kpi/audience.ts'
import type { Backend } from '../backend.ts'
import { newId } from '../secrets.ts'
import { allAudiences, audienceWrites } from '../store/audience.ts'
import { audienceLinks, findAudienceLink, unlinkWrites } from '../store/audience-link.ts'
import { type Operation, once } from '../store/operation.ts'
import { forgetFigures, seriesKeys } from '../store/published-kpi.ts'
import { type ItemKey, transact } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

/** As many as one transaction changes beside what else it does. */
const MOST_AUDIENCES = 40
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** Adds an audience. @throws InputError `audienceNameless`, `audienceEmail`, `audienceExists`, `tooManyAudiences`. */
export function addedAudience(
  backend: Backend,
  workspace: WorkspaceKey,
  asked: { kind: AudienceKind; name: string },
  operation: Operation,
) {
  const { kind, name } = named(asked)
  return once(backend, workspace.partition(), operation, async () => {
    const before = await allAudiences(backend, workspace)
    const isSame = (other: { kind: string; name: string }) =>
      other.kind === kind && other.name.toLowerCase() === name.toLowerCase()
    if (before.audiences.some(isSame)) throw new InputError('audienceExists', undefined)
    if (before.audiences.length >= MOST_AUDIENCES) throw new InputError('tooManyAudiences', { most: MOST_AUDIENCES })
    const audience = { audienceId: newId(), kind, name }
    const made = { ...audience, createdAt: backend.now().toISOString(), series: [] }
    return { writes: audienceWrites(workspace, before, [...before.audiences, made]), result: audience }
  })
}

/** Removes an audience, and then what was its own; a repeat after a crash goes on. @throws InputError `notFound` */
export async function removeAudience(
  backend: Backend,
  workspace: WorkspaceKey,
  audienceId: string,
  operation: Operation,
) {
  const left: ItemKey[] = []
  const removed = await once(backend, workspace.partition(), operation, async () => {
    const before = await allAudiences(backend, workspace)
    const after = before.audiences.filter((audience) => audience.audienceId !== audienceId)
    if (after.length === before.audiences.length) throw new InputError('notFound', undefined)
    const kept = new Set(after.flatMap(({ series }) => series).map(({ id }) => id))
    const own = before.audiences.find((audience) => audience.audienceId === audienceId)?.series ?? []
    for (const { id } of own) if (!kept.has(id)) left.push(...(await seriesKeys(backend, workspace, id)))
    return { writes: audienceWrites(workspace, before, after), result: { audienceId, removed: true as const } }
  })
  for (const { keyId } of await audienceLinks(backend, workspace, audienceId)) {
    await transact(backend, unlinkWrites(workspace, audienceId, keyId))
  }
  await forgetFigures(backend, left)
  return removed
}

/** Ends a spreadsheet's link. @throws InputError `notFound` */
export function unlinkSpreadsheet(
  backend: Backend,
  workspace: WorkspaceKey,
  { audienceId, keyId }: { audienceId: string; keyId: string },
  operation: Operation,
) {
  return once(backend, workspace.partition(), operation, async () => {
    if (!(await findAudienceLink(backend, workspace, audienceId, keyId))) throw new InputError('notFound', undefined)
    return { writes: unlinkWrites(workspace, audienceId, keyId), result: { keyId, unlinked: true as const } }
  })
}

/** Everyone needs no name, a position one, an account an address, which is compared in lower case. */
function named({ kind, name }: { kind: AudienceKind; name: string }): { kind: AudienceKind; name: string } {
  if (kind === 'everyone') return { kind, name: '' }
  if (kind === 'account' && !EMAIL.test(name)) throw new InputError('audienceEmail', undefined)
  if (name === '') throw new InputError('audienceNameless', undefined)
  return { kind, name: kind === 'account' ? name.toLowerCase() : name }
}
