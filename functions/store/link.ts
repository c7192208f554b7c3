import { BatchGetCommand } from '@aws-sdk/lib-dynamodb'
import type { InferOutput } from 'valibot'
import { literal, object, optional, parse, picklist, string } from 'valibot'
import { languages } from '../../core/messages/messages.ts'
import { type Answer, answerSchema } from './answer.ts'
import { customerHistory } from './customer-history.ts'
import type { ItemKey, Table, Write } from './table.ts'
import { itemsIn, prefixed, transact } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** When somebody was given a link of their own, and what they were then. */
export const invitedSchema = answerSchema.entries.invited.wrapped

/** A public link: which survey it opens, and for whom. */
export const linkSchema = object({
  kind: literal('survey'),
  surveyId: string(),
  createdAt: string(),
  /** Of a customer's own link; the open link of a survey has none. */
  own: optional(
    object({
      customerId: string(),
      language: optional(picklist(languages)),
      /** The last day on which it can be used. */
      expiresOn: optional(string()),
      /** When it was made, and what the customer was then. */
      invited: invitedSchema,
      /** That made it. */
      operation: string(),
    }),
  ),
  /** The answer that was given with it, and the digest of what was first sent. */
  answer: optional(object({ day: string(), id: string(), digest: string() })),
})
export type Link = InferOutput<typeof linkSchema>
export type OwnLink = Link & { own: NonNullable<Link['own']> }

/** As many as one BatchGetItem takes. */
const READ_AT_ONCE = 100

/** The write that stores a survey's open link under the hash of its secret. */
export function linkWrite(workspace: WorkspaceKey, secretHash: string, link: Link): Write {
  return { Put: { Item: { ...holderKey(workspace, secretHash), ...link } } }
}

/** The write that stores a customer's own link, refused where there is one. */
export function newLinkWrite(workspace: WorkspaceKey, secretHash: string, link: OwnLink): Write {
  return {
    Put: { Item: { ...holderKey(workspace, secretHash), ...link }, ConditionExpression: 'attribute_not_exists(pk)' },
  }
}

/** `W#ws#CH#hash(id)`, `L#hash`: that a customer has a link, by the hash of its secret. */
export function ownLinkPlace(workspace: WorkspaceKey, customerId: string, secretHash: string): ItemKey {
  return { pk: customerHistory(workspace, customerId), sk: `L#${secretHash}` }
}

/** The links of a customer's own, in no particular order. */
export async function customerLinks(table: Table, workspace: WorkspaceKey, customerId: string): Promise<OwnLink[]> {
  const links = await findLinks(table, workspace, await linkHashes(table, workspace, customerId))
  return [...links.values()].filter((link): link is OwnLink => link.own !== undefined)
}

/**
 * Deletes all links of a customer: nobody can answer with them any more. What they count for the response rate stays.
 *
 * @param check What must hold for any to go.
 */
export async function forgetLinks(
  table: Table,
  workspace: WorkspaceKey,
  customerId: string,
  check: Write,
): Promise<void> {
  for (const secretHash of await linkHashes(table, workspace, customerId)) {
    await transact(table, [...noLinkWrites(workspace, customerId, secretHash), check])
  }
}

/** The writes that delete the link of a customer's own that an answer was given with, if it was with one: two at the most. */
export async function noLinkOfWrites(table: Table, workspace: WorkspaceKey, answer: Answer): Promise<Write[]> {
  const { customerId, invited, day, id } = answer
  if (customerId === undefined || !invited) return []
  const links = await findLinks(table, workspace, await linkHashes(table, workspace, customerId))
  const [secretHash] = [...links].find(([, link]) => link.answer?.id === id && link.answer.day === day) ?? []
  return secretHash === undefined ? [] : noLinkWrites(workspace, customerId, secretHash)
}

async function linkHashes(table: Table, workspace: WorkspaceKey, customerId: string): Promise<string[]> {
  const hashes: string[] = []
  const places = itemsIn(table, object({ sk: string() }), prefixed(customerHistory(workspace, customerId), 'L#'))
  for await (const { sk } of places) hashes.push(sk.slice('L#'.length))
  return hashes
}

function noLinkWrites(workspace: WorkspaceKey, customerId: string, secretHash: string): Write[] {
  return [
    { Delete: { Key: holderKey(workspace, secretHash) } },
    { Delete: { Key: ownLinkPlace(workspace, customerId, secretHash) } },
  ]
}

/** The write that keeps with a customer's own link which answer it was used for, refused where it was used. */
export function usedLinkWrite(workspace: WorkspaceKey, secretHash: string, answer: NonNullable<Link['answer']>): Write {
  return {
    Update: {
      Key: holderKey(workspace, secretHash),
      UpdateExpression: 'SET answer = :answer',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(answer)',
      ExpressionAttributeValues: { ':answer': answer },
    },
  }
}

/** The links that there are among these, by the hash of their secret. */
export async function findLinks(
  { db, table }: Table,
  workspace: WorkspaceKey,
  secretHashes: string[],
): Promise<Map<string, Link>> {
  const found = new Map<string, Link>()
  let left = secretHashes.map((hash) => holderKey(workspace, hash))
  while (left.length > 0) {
    const Keys = left.slice(0, READ_AT_ONCE)
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys, ConsistentRead: true } } }),
    )
    for (const item of Responses?.[table] ?? []) found.set(String(item.sk).slice('K#'.length), parse(linkSchema, item))
    left = [...((UnprocessedKeys?.[table]?.Keys ?? []) as ItemKey[]), ...left.slice(READ_AT_ONCE)]
  }
  return found
}

/** `W#ws`, `K#sha256`: where links are found by their secret's hash. */
export function holderKey(workspace: WorkspaceKey, secretHash: string): ItemKey {
  return { pk: workspace.partition(), sk: `K#${secretHash}` }
}
