import type { InferOutput } from 'valibot'
import { literal, number, object, string } from 'valibot'
import { holderKey } from './link.ts'
import type { ItemKey, Table, Write } from './table.ts'
import { findItem } from './table.ts'
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

/** `W#ws`, `K#hash`: the workspace's public form. */
export const formLinkSchema = object({
  kind: literal('complaint'),
  /** Of what comes by it. */
  channel: string(),
  createdAt: string(),
})

const madeFormLinkSchema = object({ ...formLinkSchema.entries, madeBy: string(), secretHash: string() })
/** The form's link as the workspace knows it: the operation that made it gives its secret again. */
export type MadeFormLink = InferOutput<typeof madeFormLinkSchema>

/** `W#ws`, `FORM`: the link of the public form, of which there is one. */
export function findFormLink(table: Table, workspace: WorkspaceKey): Promise<MadeFormLink | undefined> {
  return findItem(table, madeFormLinkSchema, formKey(workspace))
}

/**
 * The writes that make the form's link, or change what the one says that is there.
 *
 * @param isThere Whether it is: refused where another one was made meanwhile, or this one revoked.
 */
export function formLinkWrites(workspace: WorkspaceKey, made: MadeFormLink, isThere: boolean): Write[] {
  const { secretHash, madeBy, ...link } = made
  const unchanged = isThere
    ? { ConditionExpression: 'madeBy = :madeBy', ExpressionAttributeValues: { ':madeBy': madeBy } }
    : { ConditionExpression: 'attribute_not_exists(pk)' }
  return [
    { Put: { Item: { ...formKey(workspace), ...made }, ...unchanged } },
    { Put: { Item: { ...holderKey(workspace, secretHash), ...link } } },
  ]
}

/** The writes that make the form's link useless. */
export function formLinkRevocation(workspace: WorkspaceKey, { secretHash, madeBy }: MadeFormLink): Write[] {
  return [
    {
      Delete: {
        Key: formKey(workspace),
        ConditionExpression: 'madeBy = :madeBy',
        ExpressionAttributeValues: { ':madeBy': madeBy },
      },
    },
    { Delete: { Key: holderKey(workspace, secretHash) } },
  ]
}

function formKey(workspace: WorkspaceKey): ItemKey {
  return { pk: workspace.partition(), sk: 'FORM' }
}
