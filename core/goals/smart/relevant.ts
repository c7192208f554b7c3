import type { GoalDraft } from '../goal-draft.ts'
import type { SmartFinding } from '../smart-check.ts'

/** Relevant: it is part of another goal, or says why it matters. */
export function relevant({ parent, why }: GoalDraft): SmartFinding[] {
  return parent.trim() === '' && why.trim() === '' ? [{ letter: 'R', code: 'noWhy', weight: 'missing' }] : []
}
