import type { InferOutput } from 'valibot'
import { boolean, number, object, optional, picklist, string } from 'valibot'
import { complaintPartition } from './complaint.ts'
import { dueKeys } from './due.ts'
import type { Table, Write } from './table.ts'
import { findItem, itemsIn, prefixed, transact } from './table.ts'
import type { Partition, WorkspaceKey } from './workspace-key.ts'

/** What the desk writes to people: to its own when time runs out, to a customer when there is something to say. */
const messageKinds = ['escalation', 'acknowledgement', 'reply', 'feedback'] as const

/**
 * `waiting` to be sent, `sending` while it is handed over, `sent`; `refused` for good; `unsure` where the handing over was
 * cut short, so that nobody knows, and nobody is written to twice; `off` where the deployment sends no e-mail.
 */
const messageStates = ['waiting', 'sending', 'sent', 'refused', 'unsure', 'off'] as const

/** `W#ws#Q#id`, `M#version#place`: an e-mail, recorded with the event that it tells of before it is sent. */
export const messageSchema = object({
  kind: picklist(messageKinds),
  to: string(),
  subject: string(),
  text: string(),
  /** Whether `{link}` in the text stands for the customer's single-use link of that version. */
  linked: optional(boolean(), false),
  state: picklist(messageStates),
  createdAt: string(),
  /** How often it was handed over. */
  tries: optional(number(), 0),
  /** When it was last handed over. */
  triedAt: optional(string()),
})
export type Message = InferOutput<typeof messageSchema>
export type NewMessage = Pick<Message, 'kind' | 'to' | 'subject' | 'text'> & { linked?: boolean }

/** The writes that record what an event of a complaint tells people, part of the event's transaction. */
export function messageWrites(
  workspace: WorkspaceKey,
  complaintId: string,
  { version, at }: { version: number; at: string },
  messages: readonly NewMessage[],
): Write[] {
  return messages.map((message, place) => {
    const sk = `M#${String(version).padStart(6, '0')}#${place}`
    const stored: Message = { ...message, linked: message.linked ?? false, state: 'waiting', createdAt: at, tries: 0 }
    const due = dueKeys(workspace, complaintId, at, sk)
    return { Put: { Item: { pk: complaintPartition(workspace, complaintId), sk, ...due, ...stored } } }
  })
}

/** A message as last written. */
export function findMessage(table: Table, workspace: WorkspaceKey, complaintId: string, sk: string) {
  return findItem(table, messageSchema, { pk: complaintPartition(workspace, complaintId), sk })
}

/** All that was written to people because of a complaint, oldest first. */
export async function messagesOf(table: Table, workspace: WorkspaceKey, complaintId: string): Promise<Message[]> {
  const messages: Message[] = []
  const span = prefixed(complaintPartition(workspace, complaintId), 'M#')
  for await (const message of itemsIn(table, messageSchema, span)) messages.push(message)
  return messages
}

/** The writes that leave nothing of what people were written because of a complaint. */
export function messageRemovals(table: Table, workspace: WorkspaceKey, complaintId: string): Promise<Write[]> {
  return removals(table, complaintPartition(workspace, complaintId), () => true)
}

/** The writes that leave nothing of what the desk's own were written before a version, which names the customer. */
export function escalationRemovals(table: Table, workspace: WorkspaceKey, complaintId: string, version: number) {
  const isBefore = (sk: string) => sk < `M#${String(version).padStart(6, '0')}`
  const pk = complaintPartition(workspace, complaintId)
  return removals(table, pk, ({ sk, kind }) => kind === 'escalation' && isBefore(sk))
}

async function removals(table: Table, pk: Partition, isWanted: (message: { sk: string; kind: string }) => boolean) {
  const writes: Write[] = []
  for await (const message of itemsIn(table, object({ sk: string(), kind: string() }), prefixed(pk, 'M#')))
    if (isWanted(message)) writes.push({ Delete: { Key: { pk, sk: message.sk } } })
  return writes
}

/**
 * Moves a message on, if it still stands as it was read.
 *
 * @param dueAt When the schedule looks at it again; never where absent.
 * @returns Whether this call moved it: of two at once, one does.
 */
export async function moveMessage(
  table: Table,
  workspace: WorkspaceKey,
  { complaintId, sk, from }: { complaintId: string; sk: string; from: Pick<Message, 'state' | 'tries'> },
  { dueAt, ...to }: Required<Pick<Message, 'state' | 'tries' | 'triedAt'>> & { dueAt?: string },
): Promise<boolean> {
  const due = dueKeys(workspace, complaintId, dueAt, sk)
  const Update = {
    Key: { pk: complaintPartition(workspace, complaintId), sk },
    UpdateExpression: `SET #state = :to, tries = :toTries, triedAt = :at${
      'gsi2sk' in due ? ', gsi2pk = :shelf, gsi2sk = :due' : ' REMOVE gsi2pk, gsi2sk'
    }`,
    ConditionExpression: '#state = :from AND tries = :tries',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: {
      ':to': to.state,
      ':toTries': to.tries,
      ':at': to.triedAt,
      ':from': from.state,
      ':tries': from.tries,
      ...('gsi2sk' in due && { ':shelf': due.gsi2pk, ':due': due.gsi2sk }),
    },
  }
  // A transaction, though it is one write: asked again because its reply was lost, it is not refused because of itself.
  return (await transact(table, [{ Update }])) === undefined
}
