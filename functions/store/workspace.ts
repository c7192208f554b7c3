import type { InferOutput } from 'valibot'
import { object, string } from 'valibot'
import type { Person } from '../identity.ts'
import type { Table, Write } from './table.ts'
import { findItem, itemsIn, prefixed } from './table.ts'
import type { Membership, Role } from './workspace-key.ts'
import { membershipSchema, PersonKey, type WorkspaceKey } from './workspace-key.ts'

/** `W#ws`, `META`. Days, weeks and quarters of its figures are counted in its time zone. */
const workspaceSchema = object({ name: string(), timeZone: string(), createdAt: string() })
export type Workspace = InferOutput<typeof workspaceSchema>

/** A workspace's own record. */
export async function getWorkspace(table: Table, workspace: WorkspaceKey): Promise<Workspace> {
  const found = await findItem(table, workspaceSchema, { pk: workspace.partition(), sk: 'META' })
  if (!found) throw new Error('A member or holder points to a workspace that is not there.')
  return found
}

/** The writes that make a workspace with its first member. */
export function workspaceWrites(key: WorkspaceKey, workspace: Workspace, founder: Person): Write[] {
  return [
    {
      Put: { Item: { pk: key.partition(), sk: 'META', ...workspace }, ConditionExpression: 'attribute_not_exists(pk)' },
    },
    ...memberWrites(key, workspace, founder, 'admin'),
  ]
}

/** The writes that let a person into a workspace: `P#sub`, `W#ws` to be checked by, `W#ws`, `M#sub` to be listed by. */
export function memberWrites(key: WorkspaceKey, { name, createdAt }: Workspace, person: Person, role: Role): Write[] {
  const membership: Membership = { workspaceId: key.id, name, role, joinedAt: createdAt }
  const { sub, email, name: personName } = person
  return [
    { Put: { Item: { pk: new PersonKey(person).partition(), sk: `W#${key.id}`, ...membership } } },
    { Put: { Item: { pk: key.partition(), sk: `M#${sub}`, sub, email, name: personName, role } } },
  ]
}

/** The workspaces that somebody belongs to, in no particular order. */
export async function memberships(table: Table, person: Person): Promise<Membership[]> {
  const found: Membership[] = []
  for await (const item of itemsIn(table, membershipSchema, prefixed(new PersonKey(person).partition(), 'W#'))) {
    found.push(item)
  }
  return found
}
