import { intersect, object, optional, string } from 'valibot'
import { type Complaint, complaintSchema } from '../../core/complaint/complaint.ts'
import { type ComplaintEvent, complaintEventSchema } from '../../core/complaint/complaint-event.ts'
import { complaintFromEvents } from '../../core/complaint/complaint-from-events.ts'
import { nextDueAt } from '../../core/complaint/complaint-status.ts'
import { nextSweepAt } from '../../core/complaint/due-event.ts'
import { complaintFactWrites } from './complaint-fact.ts'
import { handlerWrites } from './complaint-handler.ts'
import { eventParts, withWords, wordsAfter, wordsWrite } from './complaint-words.ts'
import { customerComplaintWrites } from './customer-complaints.ts'
import { dueKeys } from './due.ts'
import type { Table, Write } from './table.ts'
import { findItem, itemsIn } from './table.ts'
import type { Partition, WorkspaceKey } from './workspace-key.ts'

/** `W#ws#Q#id`: where a complaint's head, its events' words, operations and messages are. */
export function complaintPartition(workspace: WorkspaceKey, id: string): Partition {
  return workspace.partition('Q', id)
}

/** `W#ws#QE#id`: a complaint's events and nothing else, so that no function need have the right to change an item there. */
function eventPartition(workspace: WorkspaceKey, id: string): Partition {
  return workspace.partition('QE', id)
}

/** The head as last written. */
export function findComplaint(table: Table, workspace: WorkspaceKey, id: string): Promise<Complaint | undefined> {
  return findItem(table, complaintSchema, { pk: complaintPartition(workspace, id), sk: 'HEAD' })
}

const keptEventSchema = intersect([complaintEventSchema, object({ words: optional(string()) })])

/** An event and its words are written together, but a query may show the one a moment before the other. */
const TIMES = 10
const PAUSE_MS = 20

/** The events after a version, oldest first; all of them after 0, none of a complaint that isn't there. */
export async function complaintEvents(table: Table, workspace: WorkspaceKey, id: string, after = 0) {
  for (let time = 1; ; time++) {
    const events: (ComplaintEvent | undefined)[] = []
    const kept = []
    const span = { pk: eventPartition(workspace, id), from: eventKey(after + 1), to: 'E#~' }
    for await (const event of itemsIn(table, keptEventSchema, span)) kept.push(event)
    const words = kept.length > 0 ? await wordsAfter(table, complaintPartition(workspace, id), after) : new Map()
    for (const event of kept) events.push(withWords(event, words.get(event.version)))
    const seen = events.filter((event) => event !== undefined)
    if (seen.length === events.length) return seen
    if (time === TIMES) throw new Error('Words of an event are gone.')
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

/** A complaint as it was at a version, which operations tell again: what was erased meanwhile is not in it. */
export async function complaintAt(table: Table, workspace: WorkspaceKey, id: string, version: number) {
  const events = await complaintEvents(table, workspace, id)
  return complaintFromEvents(events.slice(0, version))
}

/**
 * The writes that add events and leave the head, the indexes, the facts, the handler's list and the customer's history as
 * they are after the last of them.
 *
 * Refused if the head is not at the version before, or an event is there already: events are never overwritten.
 *
 * @param before The head that the events were made for; none where the first of them makes it.
 */
export function complaintWrites(
  workspace: WorkspaceKey,
  events: readonly ComplaintEvent[],
  head: Complaint,
  before?: Complaint,
): Write[] {
  const pk = complaintPartition(workspace, head.id)
  const parts = events.map(eventParts)
  return [
    {
      Put: {
        Item: { pk, sk: 'HEAD', ...indexKeys(workspace, head), ...head },
        ConditionExpression: before ? '#version = :before' : 'attribute_not_exists(pk)',
        ...(before && {
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':before': before.version },
        }),
      },
    },
    ...parts.map(({ kept }) => ({
      Put: {
        Item: { pk: eventPartition(workspace, head.id), sk: eventKey(kept.version), ...kept },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    })),
    ...parts.flatMap(({ kept, words }) => (words ? [wordsWrite(pk, kept.version, words)] : [])),
    ...complaintFactWrites(workspace, head),
    ...handlerWrites(workspace, before, head),
    ...customerComplaintWrites(workspace, before, head),
  ]
}

/** `W#ws#QS#status`: complaints of one status, what is due first first. */
export function statusPartition(workspace: WorkspaceKey, status: string): Partition {
  return workspace.partition('QS', status)
}

/** Place within a status: by deadline, then those without one by when they last changed. */
export function statusSortKey(head: Complaint): string {
  return `${nextDueAt(head) ?? `~${head.updatedAt}`}#${head.id}`
}

function indexKeys(workspace: WorkspaceKey, head: Complaint) {
  return {
    gsi1pk: statusPartition(workspace, head.state),
    gsi1sk: statusSortKey(head),
    ...dueKeys(workspace, head.id, nextSweepAt(head)),
  }
}

function eventKey(version: number): string {
  return `E#${String(version).padStart(6, '0')}`
}
