import type { Messages } from '../messages/messages.ts'
import type { GoalDraft } from './goal-draft.ts'
import type { GoalMeasure } from './goal-measure.ts'
import { achievable } from './smart/achievable.ts'
import { measurable } from './smart/measurable.ts'
import { relevant } from './smart/relevant.ts'
import { specific } from './smart/specific.ts'
import { timeBound } from './smart/time-bound.ts'

export const smartLetters = ['S', 'M', 'A', 'R', 'T'] as const
type SmartLetter = (typeof smartLetters)[number]

/**
 * What one letter finds. `missing` has to be mended before the goal is SMART; a `question` is for the person to think
 * about, and forbids nothing.
 */
export type SmartFinding = {
  letter: SmartLetter
  code: keyof Messages['smart']['says']
  weight: 'missing' | 'question'
  /** What the sentence is filled with; `figures` are in the goal's unit. */
  figures?: Record<string, number>
  /** Days since 1970-01-01. */
  days?: Record<string, number>
  counts?: Record<string, number>
  word?: string
}

/** What is known beside the draft. */
export type SmartFacts = {
  /** Days since 1970-01-01. */
  today: number
  /** Undefined for a typed figure. */
  measure: GoalMeasure | undefined
  /** The figure of each month that is over, oldest first, up to the last; undefined where a month has none. */
  months: readonly (number | undefined)[]
}

/** What keeps a goal from being specific, measurable, achievable, relevant and time-bound, letter by letter. */
export function smartCheck(draft: GoalDraft, facts: SmartFacts): SmartFinding[] {
  return [
    ...specific(draft, facts),
    ...measurable(draft, facts),
    ...achievable(draft, facts),
    ...relevant(draft),
    ...timeBound(draft, facts),
  ]
}
