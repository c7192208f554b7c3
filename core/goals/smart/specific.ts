import { directionIn, hasFigure, vagueWordIn } from '../change-words.ts'
import type { GoalDraft } from '../goal-draft.ts'
import type { SmartFacts, SmartFinding } from '../smart-check.ts'

/** Specific: it names whose goal it is, a figure, and which way that is to go. */
export function specific(draft: GoalDraft, { measure }: SmartFacts): SmartFinding[] {
  const { goal, subjectKind, subject, owner } = draft
  if (goal.trim() === '') return [missing('noGoal')]
  const found: SmartFinding[] = []
  if (subjectKind !== '' && subject.trim() === '') found.push(missing('noSubject'))
  if (subjectKind === '' && owner.trim() === '') found.push(missing('nobody'))
  const word = vagueWordIn(goal)
  const namesFigure = hasFigure(goal) || (draft.measure !== '' && draft.target !== undefined)
  if (!namesFigure) found.push(word ? { ...missing('vague'), word } : missing('noFigure'))
  const told = directionIn(goal)
  const way = wayOf(draft)
  if (told === undefined && way === undefined) found.push(missing('noDirection'))
  if (told !== undefined && way !== undefined && told !== way) found.push(question('otherWay'))
  else if (measure && measure.direction !== 0 && way === -measure.direction) found.push(question('worse'))
  return found
}

function wayOf({ baseline, target }: GoalDraft): 1 | -1 | undefined {
  if (baseline === undefined || target === undefined || baseline === target) return undefined
  return target > baseline ? 1 : -1
}

function missing(code: SmartFinding['code']): SmartFinding {
  return { letter: 'S', code, weight: 'missing' }
}

function question(code: SmartFinding['code']): SmartFinding {
  return { letter: 'S', code, weight: 'question' }
}
