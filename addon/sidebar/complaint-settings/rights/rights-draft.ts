import { type ComplaintAction, complaintActions } from '../../../../core/complaint/complaint-moves.ts'
import type { ComplaintPolicy } from '../../../../core/complaint/complaint-policy.ts'
import type { stepHolders } from '../../../../core/complaint/complaint-rights.ts'
import { typedNumber } from '../../kit/typed-list.ts'

export type StepHolder = (typeof stepHolders)[number]

/** Who may do what, as it stands in the fields; a blank limit is none. */
export type RightsDraft = { steps: Readonly<Partial<Record<ComplaintAction, StepHolder>>>; limit: string }

const MOST = 1e9

/** The steps that people take; the desk escalates by itself. */
export const peoplesSteps = complaintActions.filter((action) => action !== 'escalate')

export function rightsDraft({ steps, compensationLimit }: ComplaintPolicy['rights']): RightsDraft {
  return { steps, limit: compensationLimit === undefined ? '' : String(compensationLimit) }
}

/** What the fields make; a step that every editor may take is left out. */
export function rightsOf({ steps, limit }: RightsDraft): ComplaintPolicy['rights'] {
  return {
    steps: Object.fromEntries(
      Object.entries(steps).filter(([, holder]) => holder !== 'editor'),
    ) as ComplaintPolicy['rights']['steps'],
    ...(limit.trim() && { compensationLimit: Number(limit) }),
  }
}

export function isLimit(limit: string): boolean {
  return limit.trim() === '' || typedNumber(limit, 0, MOST) !== undefined
}
