import { type ComplaintPolicy, defaultPolicy } from '../../../core/complaint/complaint-policy.ts'

/** The default without a target for the next word and without questions to the customer: each act is one event. */
export function plainPolicy(timeZone: string): ComplaintPolicy {
  const policy = defaultPolicy(timeZone)
  const flow = { needs: [], asksFeedback: false, closesAfterDays: 0 }
  return {
    ...policy,
    rules: policy.rules.map(({ updateMinutes, ...rule }) => rule),
    flows: { business: flow, person: flow },
  }
}
