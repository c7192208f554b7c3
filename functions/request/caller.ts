import type { Context } from 'hono'
import { InputError } from '../../core/input-error.ts'
import type { Backend } from '../backend.ts'
import type { Person } from '../identity.ts'
import { isOver, noteUse } from '../store/document-key.ts'
import type { Role } from '../store/workspace-key.ts'
import { WorkspaceKey } from '../store/workspace-key.ts'
import type { Who } from './access.ts'
import type { Caller } from './route.ts'

const RANK: Record<Role, number> = { viewer: 1, editor: 2, admin: 3 }

/**
 * Proves who calls and that they may.
 *
 * A document's key has to come with the spreadsheet that it was made for. That holds off copies, not somebody who knows
 * both: the id of a spreadsheet is no secret.
 *
 * @throws InputError `unauthorised`, `documentKeyOver` without good credentials, `forbidden` for the wrong workspace,
 *   role or grant, `documentKeyElsewhere` for a key of another spreadsheet.
 */
export async function caller(
  c: Context,
  backend: Backend,
  verify: (token: string) => Promise<Person>,
  who: Who,
): Promise<Partial<Caller<Role> & Caller<{ document: 'figures' }>>> {
  if (who === 'public') return {}
  const workspaceId = c.req.param('workspaceId') ?? ''
  if (typeof who === 'object') {
    const found = await WorkspaceKey.ofDocument(backend, c.req.header('X-Document-Key') ?? '')
    if (!found || isOver(found.key, backend.now())) throw new InputError('documentKeyOver', undefined)
    const { workspace, key } = found
    const granted = [who.document].flat().some((grant) => key.grants.includes(grant))
    if (workspace.id !== workspaceId || !granted) throw new InputError('forbidden', undefined)
    if (c.req.header('X-Spreadsheet-Id') !== key.spreadsheetId) throw new InputError('documentKeyElsewhere', undefined)
    await noteUse(backend, workspace, key, backend.now())
    return { workspace, documentKey: key }
  }
  const [, token] = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '') ?? []
  if (!token) throw new InputError('unauthorised', undefined)
  const person = await verify(token)
  if (who === 'person') return { person }
  const member = await WorkspaceKey.ofMember(backend, person, workspaceId)
  if (!member || RANK[member.membership.role] < RANK[who]) throw new InputError('forbidden', undefined)
  return { person, role: member.membership.role, workspace: member.workspace }
}
