import { type Complaint, complaintSchema } from '../../core/complaint/complaint.ts'
import { type ComplaintEvent, complaintEventSchema } from '../../core/complaint/complaint-event.ts'
import { nextDueAt } from '../../core/complaint/complaint-status.ts'
import { digest } from '../secrets.ts'
import { complaintFactWrites } from './complaint-fact.ts'
import { customerComplaintWrite } from './customer-complaints.ts'
import type { Table, Write } from './table.ts'
import { findItem, itemsIn } from './table.ts'
import type { Partition, WorkspaceKey } from './workspace-key.ts'

const DUE_SHELVES = 16

/** `W#ws#Q#id`: where a complaint's head, events and operations are. */
export function complaintPartition(workspace: WorkspaceKey, id: string): Partition {
  return workspace.partition('Q', id)
}

/** The head as last written. */
export function findComplaint(table: Table, workspace: WorkspaceKey, id: string): Promise<Complaint | undefined> {
  return findItem(table, complaintSchema, { pk: complaintPartition(workspace, id), sk: 'HEAD' })
}

/** The events after a version, oldest first; all of them after 0, none of a complaint that isn't there. */
export async function complaintEvents(table: Table, workspace: WorkspaceKey, id: string, after = 0) {
  const events: ComplaintEvent[] = []
  const span = { pk: complaintPartition(workspace, id), from: eventKey(after + 1), to: 'E#~' }
  for await (const event of itemsIn(table, complaintEventSchema, span)) events.push(event)
  return events
}

/**
 * The writes that add an event and leave the head, the indexes, the facts and the customer's history as they are after it.
 *
 * Refused if the head is not at the version before, or the event is there already: events are never overwritten.
 */
export function complaintWrites(workspace: WorkspaceKey, event: ComplaintEvent, head: Complaint): Write[] {
  const pk = complaintPartition(workspace, head.id)
  const before = event.version - 1
  return [
    {
      Put: {
        Item: { pk, sk: 'HEAD', ...indexKeys(workspace, head), ...head },
        ConditionExpression: before ? '#version = :before' : 'attribute_not_exists(pk)',
        ...(before && {
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':before': before },
        }),
      },
    },
    {
      Put: {
        Item: { pk, sk: eventKey(event.version), ...event },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    ...complaintFactWrites(workspace, head),
    customerComplaintWrite(workspace, head),
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
  const dueAt = nextDueAt(head)
  return {
    gsi1pk: statusPartition(workspace, head.state),
    gsi1sk: statusSortKey(head),
    ...(dueAt && { gsi2pk: `DUE#${dueShelf(head.id)}`, gsi2sk: `${dueAt}#${workspace.id}#${head.id}` }),
  }
}

function dueShelf(id: string): number {
  return Buffer.from(digest(id), 'base64url').readUInt8(0) % DUE_SHELVES
}

function eventKey(version: number): string {
  return `E#${String(version).padStart(6, '0')}`
}
