import type { InferOutput } from 'valibot'
import { literal, object, optional, string } from 'valibot'
import { holderKey } from './document-key.ts'
import type { Write } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** A public link: which survey it opens. */
export const linkSchema = object({
  kind: literal('survey'),
  surveyId: string(),
  createdAt: string(),
  expiresAt: optional(string()),
})
export type Link = InferOutput<typeof linkSchema>

/** The write that stores a link under the hash of its secret. */
export function linkWrite(workspace: WorkspaceKey, secretHash: string, link: Link): Write {
  return { Put: { Item: { ...holderKey(workspace, secretHash), ...link } } }
}
