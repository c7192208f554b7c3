import { type BusinessCalendar, defaultCalendar } from './business-calendar.ts'
import type { ComplaintKind, Severity } from './complaint.ts'

/** How fast, in business minutes, for whom. A blank condition holds for all. */
export interface TargetRule {
  kind?: ComplaintKind | undefined
  tier?: string | undefined
  severity?: Severity | undefined
  responseMinutes: number
  resolutionMinutes: number
}

export interface ComplaintPolicy {
  /** The first rule that fits holds; the last fits everything. */
  rules: readonly TargetRule[]
  /** Share of a target after which it is at risk, 0 to 1. */
  warnShare: number
  calendar: BusinessCalendar
}

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
