import { InputError } from '../input-error.ts'
import { newClock, startedClock } from './clock.ts'
import type { CustomerType, Instant } from './complaint.ts'
import type { Actor, Received } from './complaint-event.ts'
import { type ComplaintPolicy, targetRule } from './complaint-policy.ts'

/** What is known of a complaint when it comes in. */
export type Intake = Pick<
  Received,
  | 'id'
  | 'number'
  | 'kind'
  | 'channel'
  | 'category'
  | 'severity'
  | 'description'
  | 'wantedOutcome'
  | 'links'
  | 'reference'
  | 'customer'
  | 'contact'
  | 'owner'
> & { receivedAt?: Instant | undefined; customerType?: CustomerType | undefined }

/**
 * The first event of a complaint, both clocks running since it was received.
 *
 * @throws InputError `complaintAhead` if it was received in the future.
 */
export function receivedEvent(intake: Intake, by: Actor, now: Instant, policy: ComplaintPolicy): Received {
  const receivedAt = intake.receivedAt ?? now
  if (receivedAt > now) throw new InputError('complaintAhead', { receivedAt })
  const { kind, severity, customer } = intake
  const { responseMinutes, resolutionMinutes } = targetRule(policy, { kind, severity, tier: customer.tier })
  const clock = (minutes: number) => startedClock(newClock(minutes), receivedAt, policy)
  return {
    ...intake,
    customerType: intake.customerType ?? 'business',
    action: 'receive',
    version: 1,
    at: now,
    by,
    receivedAt,
    response: clock(responseMinutes),
    resolution: clock(resolutionMinutes),
  }
}
