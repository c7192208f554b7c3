import type { InferOutput } from 'valibot'
import { array, maxValue, minLength, minValue, number, object, optional, picklist, pipe, string } from 'valibot'
import { InputError } from '../input-error.ts'
import { businessCalendarSchema, checkedCalendar, defaultCalendar } from './business-calendar.ts'
import { type ComplaintKind, complaintKinds, type Severity, severities } from './complaint.ts'

const minutesSchema = pipe(number(), minValue(1), maxValue(1_000_000))

/** How fast, in business minutes, for whom. A condition that is left out holds for all. */
const targetRuleSchema = object({
  kind: optional(picklist(complaintKinds)),
  tier: optional(string()),
  severity: optional(picklist(severities)),
  responseMinutes: minutesSchema,
  resolutionMinutes: minutesSchema,
})
export type TargetRule = InferOutput<typeof targetRuleSchema>

export const complaintPolicySchema = object({
  /** The first rule that fits holds; the last fits everything. */
  rules: pipe(array(targetRuleSchema), minLength(1)),
  /** Share of a target after which it is at risk. */
  warnShare: pipe(number(), minValue(0), maxValue(1)),
  calendar: businessCalendarSchema,
})
export type ComplaintPolicy = InferOutput<typeof complaintPolicySchema>

const HOUR = 60
const DAY = 8 * HOUR

/** Tier A is served twice as fast as the others; enquiries sooner than complaints, suggestions and praise at leisure. */
export function defaultPolicy(timeZone: string): ComplaintPolicy {
  const complaints: TargetRule[] = [
    { severity: 'critical', responseMinutes: HOUR, resolutionMinutes: DAY },
    { severity: 'high', responseMinutes: 2 * HOUR, resolutionMinutes: 2 * DAY },
    { severity: 'low', responseMinutes: DAY, resolutionMinutes: 10 * DAY },
    { responseMinutes: 4 * HOUR, resolutionMinutes: 5 * DAY },
  ]
  const tierA = complaints.map((rule) => ({
    ...rule,
    tier: 'A',
    responseMinutes: rule.responseMinutes / 2,
    resolutionMinutes: rule.resolutionMinutes / 2,
  }))
  return {
    rules: [
      { kind: 'enquiry', responseMinutes: 2 * HOUR, resolutionMinutes: DAY },
      { kind: 'suggestion', responseMinutes: 2 * DAY, resolutionMinutes: 20 * DAY },
      { kind: 'praise', responseMinutes: 2 * DAY, resolutionMinutes: 20 * DAY },
      ...tierA,
      ...complaints,
    ],
    warnShare: 0.8,
    calendar: defaultCalendar(timeZone),
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
 * @throws InputError `policyLastRule`, and what `checkedCalendar` throws.
 */
export function checkedPolicy(policy: ComplaintPolicy): ComplaintPolicy {
  const last = policy.rules[policy.rules.length - 1]
  if (!last || last.kind || last.tier !== undefined || last.severity) throw new InputError('policyLastRule', undefined)
  checkedCalendar(policy.calendar)
  return policy
}
