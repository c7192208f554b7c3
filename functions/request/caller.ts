import type { Context } from 'hono'
import { InputError } from '../../core/input-error.ts'
import type { Person } from '../identity.ts'
import type { DocumentKey } from '../store/document-key.ts'
import type { Table } from '../store/table.ts'
import type { Role } from '../store/workspace-key.ts'
import { WorkspaceKey } from '../store/workspace-key.ts'
import type { Who } from './access.ts'
import type { Caller } from './route.ts'

const RANK: Record<Role, number> = { viewer: 1, editor: 2, admin: 3 }

/**
 * Proves who calls and that they may.
 *
 * @throws InputError `unauthorised` without good credentials, `forbidden` for the wrong workspace, role or grant.
 */
export async function caller(
  c: Context,
  table: Table,
  verify: (token: string) => Promise<Person>,
  who: Who,
): Promise<Partial<Caller<Role> & Caller<{ document: 'figures' }>>> {
  if (who === 'public') return {}
  const workspaceId = c.req.param('workspaceId') ?? ''
  if (typeof who === 'object') {
    const found = await WorkspaceKey.ofHolder(table, c.req.header('X-Document-Key') ?? '')
    if (found?.holder.kind !== 'document') throw new InputError('unauthorised', undefined)
    const { workspace, holder, secretHash } = found
    const granted = [who.document].flat().some((grant) => holder.grants.includes(grant))
    if (workspace.id !== workspaceId || !granted || !isOwn(holder, c.req.header('X-Spreadsheet-Id')))
      throw new InputError('forbidden', undefined)
    return { workspace, documentKey: { ...holder, keyId: secretHash } }
  }
  const [, token] = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '') ?? []
  if (!token) throw new InputError('unauthorised', undefined)
  const person = await verify(token)
  if (who === 'person') return { person }
  const member = await WorkspaceKey.ofMember(table, person, workspaceId)
  if (!member || RANK[member.membership.role] < RANK[who]) throw new InputError('forbidden', undefined)
  return { person, role: member.membership.role, workspace: member.workspace }
}

/** Whether a key came from the spreadsheet that it was made for: an audience's has to say where it is. */
function isOwn({ spreadsheetId, audience }: DocumentKey, asked: string | undefined): boolean {
  return asked === undefined ? audience === undefined : asked === spreadsheetId
}
