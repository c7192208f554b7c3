import type { InferOutput } from 'valibot'
import {
  array,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  object,
  optional,
  picklist,
  pipe,
  string,
} from 'valibot'
import { InputError } from '../input-error.ts'
import { businessCalendarSchema, checkedCalendar, defaultCalendar } from '../working-time/business-calendar.ts'
import { type ComplaintKind, complaintKinds, type Severity, severities } from './complaint.ts'
import { defaultFlows, flowsSchema } from './complaint-flow.ts'
import { defaultRights, rightsSchema } from './complaint-rights.ts'
import { deskPersonSchema } from './desk-person.ts'
import { defaultEscalation, escalationSchema } from './escalation.ts'
import { checkedPeople, defaultRouting, routingSchema } from './routing.ts'
import { defaultWording, wordingSchema } from './wording.ts'

const minutesSchema = pipe(number(), minValue(1), maxValue(1_000_000))

/** How fast, in business minutes, for whom. A condition that is left out holds for all. */
const targetRuleSchema = object({
  kind: optional(picklist(complaintKinds)),
  tier: optional(string()),
  severity: optional(picklist(severities)),
  responseMinutes: minutesSchema,
  /** After each word to the customer, by when the next is due; no such target where absent. */
  updateMinutes: optional(minutesSchema),
  resolutionMinutes: minutesSchema,
})
export type TargetRule = InferOutput<typeof targetRuleSchema>

export const complaintPolicySchema = object({
  /** How often it was set, 0 for the default. */
  version: optional(number(), 0),
  /** The first rule that fits holds; the last fits everything. */
  rules: pipe(array(targetRuleSchema), minLength(1)),
  /** Share of a target after which it is at risk. */
  warnShare: pipe(number(), minValue(0), maxValue(1)),
  calendar: businessCalendarSchema,
  escalation: optional(escalationSchema, defaultEscalation),
  flows: optional(flowsSchema, defaultFlows),
  rights: optional(rightsSchema, defaultRights),
  people: optional(pipe(array(deskPersonSchema), maxLength(200)), []),
  routing: optional(routingSchema, defaultRouting),
  wording: optional(wordingSchema, defaultWording),
})
export type ComplaintPolicy = InferOutput<typeof complaintPolicySchema>

const HOUR = 60
const DAY = 8 * HOUR

/** Tier A is served twice as fast as the others; enquiries sooner than complaints, suggestions and praise at leisure. */
export function defaultPolicy(timeZone: string): ComplaintPolicy {
  const complaints: TargetRule[] = [
    { severity: 'critical', responseMinutes: HOUR, updateMinutes: 4 * HOUR, resolutionMinutes: DAY },
    { severity: 'high', responseMinutes: 2 * HOUR, updateMinutes: DAY, resolutionMinutes: 2 * DAY },
    { severity: 'low', responseMinutes: DAY, updateMinutes: 5 * DAY, resolutionMinutes: 10 * DAY },
    { responseMinutes: 4 * HOUR, updateMinutes: 2 * DAY, resolutionMinutes: 5 * DAY },
  ]
  const tierA = complaints.map((rule) => ({
    ...rule,
    tier: 'A',
    responseMinutes: rule.responseMinutes / 2,
    resolutionMinutes: rule.resolutionMinutes / 2,
  }))
  return {
    version: 0,
    rules: [
      { kind: 'enquiry', responseMinutes: 2 * HOUR, resolutionMinutes: DAY },
      { kind: 'suggestion', responseMinutes: 2 * DAY, resolutionMinutes: 20 * DAY },
      { kind: 'praise', responseMinutes: 2 * DAY, resolutionMinutes: 20 * DAY },
      ...tierA,
      ...complaints,
    ],
    warnShare: 0.8,
    calendar: defaultCalendar(timeZone),
    escalation: defaultEscalation,
    flows: defaultFlows,
    rights: defaultRights,
    people: [],
    routing: defaultRouting,
    wording: defaultWording,
  }
}

/** The first rule that fits. */
export function targetRule(
  policy: ComplaintPolicy,
  subject: { kind: ComplaintKind; tier: string; severity: Severity },
): TargetRule {
  const fits = (rule: TargetRule) =>
    (rule.kind === undefined || rule.kind === subject.kind) &&
    (rule.tier === undefined || rule.tier === subject.tier) &&
    (rule.severity === undefined || rule.severity === subject.severity)
  return policy.rules.find(fits) as TargetRule
}

/**
 * The policy, once it is known to give every complaint a deadline.
 *
 * @throws InputError `policyLastRule`, `policyLevels`, and what `checkedCalendar` and `checkedPeople` throw.
 */
export function checkedPolicy(policy: ComplaintPolicy): ComplaintPolicy {
  const last = policy.rules[policy.rules.length - 1]
  if (!last || last.kind || last.tier !== undefined || last.severity) throw new InputError('policyLastRule', undefined)
  checkedCalendar(policy.calendar)
  const levels = policy.escalation.levels.map(({ afterMinutes }) => afterMinutes)
  if (levels.some((after, place) => place > 0 && after <= levels[place - 1]!)) {
    throw new InputError('policyLevels', undefined)
  }
  checkedPeople(policy.people, policy.routing)
  return policy
}
