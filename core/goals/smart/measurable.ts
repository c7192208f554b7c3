import type { GoalDraft } from '../goal-draft.ts'
import type { SmartFacts, SmartFinding } from '../smart-check.ts'

/** Measurable: a measure or a typed figure with its unit, and two numbers that differ. */
export function measurable(draft: GoalDraft, { measure }: SmartFacts): SmartFinding[] {
  const { baseline, target } = draft
  const found: SmartFinding[] = []
  const add = (code: SmartFinding['code'], weight: SmartFinding['weight'] = 'missing') =>
    found.push({ letter: 'M', code, weight })
  if (draft.measure === '' && draft.unit.trim() === '') add('noUnit')
  if (baseline === undefined) add('noBaseline')
  if (target === undefined) add('noTarget')
  if (target !== undefined && baseline === target) add('noWay')
  if (measure?.unit === 'share' && isNoShare(target)) add('noShare')
  return found
}

function isNoShare(target: number | undefined): boolean {
  return target !== undefined && (target < 0 || target > 1)
}
