import {
  type ComplaintKind,
  type CustomerType,
  customerTypes,
  type Severity,
} from '../../../../core/complaint/complaint.ts'
import type { ComplaintFlows } from '../../../../core/complaint/complaint-flow.ts'
import type { ComplaintPolicy } from '../../../../core/complaint/complaint-policy.ts'
import { typedNumber } from '../../kit/typed-list.ts'
import { newRow, type Row } from '../rows/new-row.ts'

/** A rule as it stands in its fields: hours of work, blank conditions hold for all. */
export type RuleDraft = Row<Record<'kind' | 'tier' | 'severity' | 'response' | 'update' | 'resolution', string>>
/** So many hours of work after a target was missed, and who is told then. */
export type LevelDraft = Row<{ after: string; to: readonly string[] }>
export type FlowDraft = {
  rootCause: boolean
  correctiveAction: boolean
  asksFeedback: boolean
  closesAfterDays: string
}

export type TargetsDraft = {
  rules: RuleDraft[]
  warnPercent: string
  warning: readonly string[]
  breach: readonly string[]
  levels: LevelDraft[]
  flows: Record<CustomerType, FlowDraft>
}

const MOST_MINUTES = 1_000_000
export const ruleConditions = ['kind', 'tier', 'severity'] as const

export function targetsDraft({ rules, warnShare, escalation, flows }: ComplaintPolicy): TargetsDraft {
  const hours = (minutes: number | undefined) => (minutes === undefined ? '' : String(+(minutes / 60).toFixed(2)))
  const flow = ({ needs, asksFeedback, closesAfterDays }: ComplaintFlows[CustomerType]): FlowDraft => ({
    rootCause: needs.includes('rootCause'),
    correctiveAction: needs.includes('correctiveAction'),
    asksFeedback,
    closesAfterDays: String(closesAfterDays),
  })
  return {
    rules: rules.map(({ kind = '', tier = '', severity = '', ...minutes }) =>
      newRow({
        kind,
        tier,
        severity,
        response: hours(minutes.responseMinutes),
        update: hours(minutes.updateMinutes),
        resolution: hours(minutes.resolutionMinutes),
      }),
    ),
    warnPercent: String(+(warnShare * 100).toFixed(2)),
    warning: escalation.warning,
    breach: escalation.breach,
    levels: escalation.levels.map(({ afterMinutes, to }) => newRow({ after: hours(afterMinutes), to })),
    flows: { business: flow(flows.business), person: flow(flows.person) },
  }
}

/** What the fields make; only where `targetsAreWrong` says that none is wrong. */
export function targetsOf(draft: TargetsDraft): Pick<ComplaintPolicy, 'rules' | 'warnShare' | 'escalation' | 'flows'> {
  const minutes = (hours: string) => Math.round(Number(hours) * 60)
  return {
    rules: draft.rules.map(({ kind, tier, severity, response, update, resolution }) => ({
      ...(kind && { kind: kind as ComplaintKind }),
      ...(tier.trim() && { tier: tier.trim() }),
      ...(severity && { severity: severity as Severity }),
      responseMinutes: minutes(response),
      ...(update.trim() && { updateMinutes: minutes(update) }),
      resolutionMinutes: minutes(resolution),
    })),
    warnShare: +(Number(draft.warnPercent) / 100).toFixed(6),
    escalation: {
      warning: [...draft.warning],
      breach: [...draft.breach],
      levels: draft.levels.map(({ after, to }) => ({ afterMinutes: minutes(after), to: [...to] })),
    },
    flows: { business: flowOf(draft.flows.business), person: flowOf(draft.flows.person) },
  }
}

function flowOf({
  rootCause,
  correctiveAction,
  asksFeedback,
  closesAfterDays,
}: FlowDraft): ComplaintFlows[CustomerType] {
  return {
    needs: [
      ...(rootCause ? (['rootCause'] as const) : []),
      ...(correctiveAction ? (['correctiveAction'] as const) : []),
    ],
    asksFeedback,
    closesAfterDays: Number(closesAfterDays),
  }
}

/** Whether hours of work are typed that can be a target. */
export function isTarget(hours: string): boolean {
  const minutes = Math.round(Number(hours) * 60)
  return typedNumber(String(minutes), 1, MOST_MINUTES) !== undefined
}

/** Whether a rule says for what it holds; only the last holds for all that no other fits. */
export function saysForWhat(rules: readonly RuleDraft[], place: number): boolean {
  const rule = rules[place]!
  return place === rules.length - 1 || ruleConditions.some((condition) => rule[condition].trim() !== '')
}

/** Whether a level comes later than the one before. */
export function levelIsLater(levels: readonly LevelDraft[], place: number): boolean {
  return place === 0 || Number(levels[place]?.after) > Number(levels[place - 1]?.after)
}

export function isShare(percent: string): boolean {
  return typedNumber(percent, 0, 100) !== undefined
}

export function isDays(days: string): boolean {
  return typedNumber(days, 0, 365) !== undefined
}

export function targetsAreWrong({ rules, warnPercent, levels, flows }: TargetsDraft): boolean {
  const rulesAreRight = rules.every(
    ({ response, update, resolution }, place) =>
      saysForWhat(rules, place) && isTarget(response) && isTarget(resolution) && (!update.trim() || isTarget(update)),
  )
  const levelsAreRight = levels.every(({ after }, place) => isTarget(after) && levelIsLater(levels, place))
  const flowsAreRight = customerTypes.every((type) => isDays(flows[type].closesAfterDays))
  return !(rulesAreRight && levelsAreRight && flowsAreRight && isShare(warnPercent))
}
