import type { InferOutput } from 'valibot'
import { object, string } from 'valibot'
import type { Person } from '../identity.ts'
import { memberWrites } from './member.ts'
import type { Table, Write } from './table.ts'
import { findItem } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** `W#ws`, `META`; listed by `WS` in the first index, for the audit. Days, weeks and quarters of its figures are counted in its time zone. */
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
  const joined = { role: 'admin' as const, positions: [], joinedAt: workspace.createdAt }
  return [
    {
      Put: {
        Item: { pk: key.partition(), sk: 'META', ...key.listing(), ...workspace },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    ...memberWrites(key, founder, joined),
  ]
}

/** The write that gives a workspace another name: it stands nowhere else. */
export function renaming(key: WorkspaceKey, name: string): Write {
  return {
    Update: {
      Key: { pk: key.partition(), sk: 'META' },
      UpdateExpression: 'SET #name = :name',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#name': 'name' },
      ExpressionAttributeValues: { ':name': name },
    },
  }
}
