import { type Act, actedEvent } from '../../../core/complaint/acted-event.ts'
import type { ComplaintEvent } from '../../../core/complaint/complaint-event.ts'
import { complaintFromEvents } from '../../../core/complaint/complaint-from-events.ts'
import type { ComplaintPolicy } from '../../../core/complaint/complaint-policy.ts'
import { type Intake, receivedEvent } from '../../../core/complaint/received-event.ts'
import { plainPolicy } from './plain-policy.ts'

const BY = { sub: 'ada', name: 'Ada' }

export type Life = [at: string, act: Act][]

/** The events of a complaint that was received and then acted on at these instants; UTC, 9 to 18, lunch at noon. */
export function livedEvents(
  intake: Partial<Intake> & { customer: Intake['customer'] },
  receivedAt: string,
  life: Life = [],
  policy: ComplaintPolicy = plainPolicy('UTC'),
): ComplaintEvent[] {
  const told: Intake = {
    id: 'id',
    number: 'C-2026-000001',
    kind: 'complaint',
    channel: 'hotline',
    category: 'Delivery',
    severity: 'normal',
    description: 'Wet.',
    ...intake,
  }
  const events: ComplaintEvent[] = [receivedEvent(told, BY, instant(receivedAt), policy)]
  for (const [at, act] of life) events.push(actedEvent(complaintFromEvents(events), act, BY, instant(at), policy))
  return events
}

export function customer(id: string, tier: string, owner: string, segment = '') {
  return { id, name: id, tier, owner, segment }
}

/** `2026-01-05 09:30` as the instant in UTC. */
export function instant(text: string): string {
  return new Date(`${text.replace(' ', 'T')}Z`).toISOString()
}
