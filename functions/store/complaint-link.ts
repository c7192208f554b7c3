import type { InferOutput } from 'valibot'
import { literal, number, object, string } from 'valibot'
import { holderKey } from './document-key.ts'
import type { Write } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** `W#ws`, `K#hash`: a customer's single-use question whether a complaint is solved, asked by the event of that version. */
export const feedbackLinkSchema = object({
  kind: literal('feedback'),
  complaintId: string(),
  version: number(),
  createdAt: string(),
})
export type FeedbackLink = InferOutput<typeof feedbackLinkSchema>

/** The write that stores a link under the hash of its secret. */
export function feedbackLinkWrite(workspace: WorkspaceKey, secretHash: string, link: FeedbackLink): Write {
  return { Put: { Item: { ...holderKey(workspace, secretHash), ...link } } }
}
