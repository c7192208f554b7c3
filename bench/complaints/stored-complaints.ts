import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { Severity } from '../../core/complaint/complaint.ts'
import { complaintReceived } from '../../core/complaint/complaint-from-events.ts'
import { defaultPolicy } from '../../core/complaint/complaint-policy.ts'
import { receivedEvent } from '../../core/complaint/received-event.ts'
import { complaintWrites } from '../../functions/store/complaint.ts'
import type { WorkspaceKey } from '../../functions/store/workspace-key.ts'
import { TABLE } from '../../local/backend.ts'
import type { MeasuredBackend } from '../surveys/measured-backend.ts'

const BATCH = 25
const AT_ONCE = 4
const policy = defaultPolicy('UTC')
const by = { sub: 'bench', name: 'Bench' }

/**
 * Stores complaints that were received at an instant, as the desk writes them, but without its conditions and without
 * what is not read here: storing 10^5 of them is the longest part as it is.
 *
 * @param name Part of their ids, so that they are none that were stored before.
 */
export async function storeComplaints(
  { db }: MeasuredBackend,
  workspace: WorkspaceKey,
  { name, count, receivedAt, severity }: { name: string; count: number; receivedAt: string; severity: Severity },
): Promise<void> {
  let at = 0
  const store = async () => {
    while (at < count) {
      const items: Record<string, unknown>[] = []
      for (; at < count && items.length < BATCH * 8; at++)
        items.push(...itemsOf(workspace, `${name}-${at}`, at, receivedAt, severity))
      for (let from = 0; from < items.length; from += BATCH) {
        const requests = items.slice(from, from + BATCH).map((Item) => ({ PutRequest: { Item } }))
        await db.send(new BatchWriteCommand({ RequestItems: { [TABLE]: requests } }))
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, store))
}

function itemsOf(workspace: WorkspaceKey, id: string, place: number, receivedAt: string, severity: Severity) {
  const customer = {
    id: `C-${place % 1000}`,
    name: `Customer ${place % 1000}`,
    tier: 'B',
    owner: `p${place % 20}`,
    segment: '',
  }
  const event = receivedEvent(
    {
      id,
      number: `C-2026-${id}`,
      kind: 'complaint',
      channel: 'hotline',
      category: `Category ${place % 7}`,
      severity,
      description: 'The pallet arrived wet, and the driver would not take it back.',
      customer,
    },
    by,
    receivedAt,
    policy,
  )
  const writes = complaintWrites(workspace, [event], complaintReceived(event))
  return writes.flatMap(({ Put }) => (Put?.Item && isRead(Put.Item) ? [Put.Item] : []))
}

/** Sweeps, queues and figures read heads and what is open; the rest only made storing longer. */
function isRead({ pk, sk }: Record<string, unknown>): boolean {
  return sk === 'HEAD' || String(pk).endsWith('#QM#open')
}
