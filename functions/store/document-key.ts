import type { InferOutput } from 'valibot'
import { array, literal, object, optional, picklist, string } from 'valibot'
import { findItem, type ItemKey, type Table, type Write } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** What a document may read: survey and complaint figures, facts about single customers, published KPIs. */
export const grantSchema = picklist(['figures', 'facts', 'kpis'])
export type Grant = InferOutput<typeof grantSchema>

export const documentKeySchema = object({
  kind: literal('document'),
  spreadsheetId: string(),
  grants: array(grantSchema),
  /** Whose KPIs alone it reads; a workspace's own spreadsheet reads those of all. */
  audience: optional(string()),
  createdAt: string(),
})
export type DocumentKey = InferOutput<typeof documentKeySchema>
/** A key that somebody holds, with its public id. */
export type HeldKey = DocumentKey & { keyId: string }

/** The write that stores a key under the hash of its secret, which is also the key's public id. */
export function documentKeyWrite(workspace: WorkspaceKey, keyId: string, key: DocumentKey): Write {
  return { Put: { Item: { ...holderKey(workspace, keyId), ...key } } }
}

/** Whose audience a document key reads, by its public id; undefined where it is of none. */
export async function audienceOfKey(table: Table, workspace: WorkspaceKey, keyId: string): Promise<string | undefined> {
  return (await findItem(table, object({ audience: optional(string()) }), holderKey(workspace, keyId)))?.audience
}

/** The write that makes a key useless; refused where there is none of that id. */
export function revocation(workspace: WorkspaceKey, keyId: string): Write {
  return {
    Delete: {
      Key: holderKey(workspace, keyId),
      ConditionExpression: 'kind = :document',
      ExpressionAttributeValues: { ':document': 'document' },
    },
  }
}

/** `W#ws`, `K#sha256`: where document keys and links are found by their secret's hash. */
export function holderKey(workspace: WorkspaceKey, secretHash: string): ItemKey {
  return { pk: workspace.partition(), sk: `K#${secretHash}` }
}
