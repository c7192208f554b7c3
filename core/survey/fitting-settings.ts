import { InputError } from '../input-error.ts'
import { type Question, scaleOf } from './question.ts'
import type { FollowUpRule } from './survey-settings.ts'

/** @throws InputError `questionUnknown` where a rule is about no score of the survey, or staff's group is no single choice. */
export function refuseUnfitSettings(
  questions: readonly Question[],
  { followUp, staffGroup }: { followUp?: FollowUpRule[] | null | undefined; staffGroup?: string | null | undefined },
): void {
  const scored = new Set(questions.filter((question) => scaleOf(question)).map(({ id }) => id))
  const chosen = new Set(questions.filter(({ type }) => type === 'single').map(({ id }) => id))
  const unfit = followUp?.find(({ question }) => !scored.has(question))?.question
  const unknown = unfit ?? (staffGroup && !chosen.has(staffGroup) ? staffGroup : undefined)
  if (unknown !== undefined) throw new InputError('questionUnknown', { question: unknown })
}
