import type { Complaint, ComplaintCustomer } from '../../../core/complaint/complaint.ts'
import type { Acted, ComplaintEvent, Received } from '../../../core/complaint/complaint-event.ts'
import { complaintFromEvents } from '../../../core/complaint/complaint-from-events.ts'
import { complaintWrites } from '../../../functions/store/complaint.ts'
import { type Table, transact } from '../../../functions/store/table.ts'
import type { WorkspaceKey } from '../../../functions/store/workspace-key.ts'

export const ACME: ComplaintCustomer = { id: 'acme', name: 'Acme', tier: 'A', owner: 'Ada', segment: 'retail' }
const ADA = { sub: 'ada', name: 'Ada' }
const at = '2026-03-10T08:00:00.000Z'
const clock = (dueAt: string) => ({ targetMinutes: 60, usedMinutes: 0, since: at, warnAt: dueAt, dueAt })

/** A complaint's first event: it came on 10 March, is due on the 11th and the 20th, and is Ada's. */
export function received(id: string, change: Partial<Received> = {}): Received {
  return {
    action: 'receive',
    version: 1,
    at,
    by: ADA,
    id,
    number: `C-2026-${id}`,
    kind: 'complaint',
    channel: 'phone',
    category: 'delivery',
    severity: 'normal',
    description: `Nothing came of ${id}.`,
    customer: ACME,
    customerType: 'business',
    receivedAt: at,
    response: clock('2026-03-11T08:00:00.000Z'),
    resolution: clock('2026-03-20T08:00:00.000Z'),
    ...change,
  }
}

/** What Ada did then. */
export function acted(version: number, action: Acted['action'], change: Partial<Acted> = {}): Acted {
  return { action, version, at: `2026-03-10T08:00:${String(version).padStart(2, '0')}.000Z`, by: ADA, ...change }
}

/** How it came to its end within a minute, from the second event on. */
export function closing(change: Partial<Acted> = {}): Acted[] {
  const stopped = { targetMinutes: 60, usedMinutes: 5 }
  return [
    acted(2, 'acknowledge', { response: stopped }),
    acted(3, 'resolve', { resolution: stopped }),
    acted(4, 'close', change),
  ]
}

/** Writes events, each in a transaction of its own, as the desk does; gives the head after the last. */
export async function written(table: Table, workspace: WorkspaceKey, ...events: ComplaintEvent[]): Promise<Complaint> {
  let head: Complaint | undefined
  for (const [place, event] of events.entries()) {
    const after = complaintFromEvents(events.slice(0, place + 1))
    const refused = await transact(table, complaintWrites(workspace, [event], after, head))
    if (refused) throw new Error('The complaint was not written.')
    head = after
  }
  return head!
}
