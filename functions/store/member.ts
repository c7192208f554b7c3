import type { InferOutput } from 'valibot'
import { array, object, optional, string } from 'valibot'
import type { Person } from '../identity.ts'
import type { ItemKey, Table, Write } from './table.ts'
import { findItem, itemsIn, prefixed } from './table.ts'
import { PersonKey, type Role, roleSchema, type WorkspaceKey } from './workspace-key.ts'

/** `W#ws`, `M#sub`: a member as the others see them. What they may do is checked by `P#sub`, `W#ws`. */
const memberSchema = object({
  sub: string(),
  email: string(),
  name: string(),
  role: roleSchema,
  /** Such as regional manager. */
  positions: optional(array(string()), []),
  joinedAt: optional(string()),
})
export type Member = InferOutput<typeof memberSchema>

/** What can be changed of a member; what is left out stays. */
export type MemberChange = { role?: Role | undefined; positions?: string[] | undefined }

/** The members of a workspace by name. */
export async function members(table: Table, workspace: WorkspaceKey): Promise<Member[]> {
  const found: Member[] = []
  for await (const member of itemsIn(table, memberSchema, prefixed(workspace.partition(), 'M#'))) found.push(member)
  return found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

export function findMember(table: Table, workspace: WorkspaceKey, sub: string): Promise<Member | undefined> {
  return findItem(table, memberSchema, listedKey(workspace, sub))
}

/** The writes that let a person into a workspace; refused where they are in it. */
export function memberWrites(
  workspace: WorkspaceKey,
  person: Person,
  { role, positions, joinedAt }: Pick<Member, 'role' | 'positions'> & { joinedAt: string },
): Write[] {
  const { sub, email, name } = person
  const membership = { workspaceId: workspace.id, role, joinedAt }
  const member: Member = { sub, email, name, role, positions, joinedAt }
  return [
    {
      Put: { Item: { ...checkedKey(workspace, sub), ...membership }, ConditionExpression: 'attribute_not_exists(pk)' },
    },
    { Put: { Item: { ...listedKey(workspace, sub), ...member } } },
  ]
}

/** The writes that change a member in both places; refused unless they still have the role that was read. */
export function memberChangeWrites(workspace: WorkspaceKey, before: Member, change: MemberChange): Write[] {
  const { role, positions } = { ...before, ...change }
  const asBefore = (key: ItemKey, set: string, values: object) => ({
    Update: {
      Key: key,
      UpdateExpression: set,
      ConditionExpression: '#role = :before',
      ExpressionAttributeNames: { '#role': 'role' },
      ExpressionAttributeValues: { ':before': before.role, ':role': role, ...values },
    },
  })
  return [
    asBefore(checkedKey(workspace, before.sub), 'SET #role = :role', {}),
    asBefore(listedKey(workspace, before.sub), 'SET #role = :role, positions = :positions', {
      ':positions': positions,
    }),
  ]
}

/** The writes that take a member out of a workspace; refused unless they still have the role that was read. */
export function memberRemoval(workspace: WorkspaceKey, { sub, role }: Member): Write[] {
  const asRead = {
    ConditionExpression: '#role = :role',
    ExpressionAttributeNames: { '#role': 'role' },
    ExpressionAttributeValues: { ':role': role },
  }
  return [
    { Delete: { Key: checkedKey(workspace, sub), ...asRead } },
    { Delete: { Key: listedKey(workspace, sub), ...asRead } },
  ]
}

/** Holds a transaction to somebody's being an admin. */
export function adminCheck(workspace: WorkspaceKey, sub: string): Write {
  return {
    ConditionCheck: {
      Key: checkedKey(workspace, sub),
      ConditionExpression: '#role = :admin',
      ExpressionAttributeNames: { '#role': 'role' },
      ExpressionAttributeValues: { ':admin': 'admin' },
    },
  }
}

/** Where every request of theirs looks. */
function checkedKey(workspace: WorkspaceKey, sub: string): ItemKey {
  return { pk: new PersonKey({ sub }).partition(), sk: `W#${workspace.id}` }
}

/** Where the others find them. */
function listedKey(workspace: WorkspaceKey, sub: string): ItemKey {
  return { pk: workspace.partition(), sk: `M#${sub}` }
}
