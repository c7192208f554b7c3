import type { GoalDraft } from '../goal-draft.ts'
import type { SmartFacts, SmartFinding } from '../smart-check.ts'

/** KPIs are compared by the month: a shorter span says little. */
const SHORT_DAYS = 28
const LONG_DAYS = 3 * 366

/** Time-bound: a first and a last day in that order, the last not over, and a span in which the figure can move. */
export function timeBound({ start, due }: GoalDraft, { today, measure }: SmartFacts): SmartFinding[] {
  const found: SmartFinding[] = []
  const add = (code: SmartFinding['code'], more: Partial<SmartFinding> = {}) =>
    found.push({ letter: 'T', code, weight: 'missing', ...more })
  if (start === undefined) add('noStart')
  if (due === undefined) add('noDue')
  if (due !== undefined && due < today) add('duePast', { days: { due } })
  if (start === undefined || due === undefined) return found
  const days = due - start
  if (days <= 0) add('dueBeforeStart', { days: { start, due } })
  else if (measure && days < SHORT_DAYS) add('shortSpan', { weight: 'question', counts: { days, least: SHORT_DAYS } })
  else if (days > LONG_DAYS) add('longSpan', { weight: 'question', counts: { years: Math.round(days / 365) } })
  return found
}
