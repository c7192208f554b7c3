import { nextDueAt } from '../../../../core/complaint/complaint-status.ts'
import type { ComplaintRow } from '../../../complaint/complaints-tab.ts'
import type { ListedComplaint } from '../../../complaint/queue.ts'
import { messages } from '../../kit/language.ts'

const text = messages.complaintForm

/** A complaint as its row of the Complaints tab shows it. */
export function tabRow(complaint: ListedComplaint): ComplaintRow {
  const { number, state, severity, kind, customer, contact, owner, category, receivedAt, updatedAt, status } = complaint
  const due = nextDueAt(complaint) ?? ''
  const standing = status !== 'ok' || due ? status : state === 'waiting' ? 'paused' : 'met'
  return {
    ...{ number, owner, category, due, received: receivedAt, lastChange: updatedAt, clock: text.clock[standing] },
    ...{ state: text.states[state], severity: text.severities[severity], kind: text.kinds[kind] },
    ...{ customerId: customer.id, customer: customer.name || (contact?.name ?? ''), tier: customer.tier },
  }
}
