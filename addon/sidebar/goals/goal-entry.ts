import type { GoalDraft } from '../../../core/goals/goal-draft.ts'
import { type SmartFinding, smartCheck } from '../../../core/goals/smart-check.ts'
import type { OfferedMeasure } from '../../goals/goal-measures.ts'
import type { GoalsSetup, ShownGoal } from '../../goals/goals-setup.ts'
import type { MeasurePast } from '../../goals/measure-past.ts'
import type { SavedGoal } from '../../goals/save-goal.ts'

const MS_PER_DAY = 86_400_000

/** A goal to begin with: an empty one, or one that is there. */
export function entryOf(goal: ShownGoal | undefined, { today }: GoalsSetup): SavedGoal {
  if (!goal) {
    return {
      ...{ id: '', goal: '', owner: '', parent: '', why: '', subjectKind: '', subject: '', measure: '', unit: '' },
      ...{ weight: null, baseline: null, target: null, start: today, due: '' },
    }
  }
  const { id, owner, parent, why, subjectKind, subject, measure, unit, weight, baseline, target, start, due } = goal
  return {
    ...{ id, goal: goal.goal, owner, parent, why, subjectKind, subject, measure, unit },
    ...(id === '' && { typed: goal.goal }),
    ...{ weight, baseline, target, start, due },
  }
}

/** What the SMART check finds in an entry. */
export function findingsOf(
  entry: SavedGoal,
  measure: OfferedMeasure | undefined,
  past: MeasurePast | undefined,
  today: string,
): SmartFinding[] {
  const months = (past?.months ?? []).map((value) => value ?? undefined)
  return smartCheck(draftOf(entry), { today: dayNumber(today) as number, measure, months })
}

function draftOf(entry: SavedGoal): GoalDraft {
  return {
    ...entry,
    ...{ baseline: entry.baseline ?? undefined, target: entry.target ?? undefined },
    ...{ start: dayNumber(entry.start), due: dayNumber(entry.due) },
  }
}

function dayNumber(day: string): number | undefined {
  const ms = Date.parse(day)
  return Number.isNaN(ms) ? undefined : ms / MS_PER_DAY
}

export type EntryField = 'goal' | 'subject' | 'measure' | 'baseline' | 'target' | 'start' | 'due' | 'why'

/** The field that a finding is told beside. */
export function fieldOf(code: SmartFinding['code']): EntryField {
  return fields[code] ?? 'target'
}

const fields: Partial<Record<SmartFinding['code'], EntryField>> = {
  ...{ noGoal: 'goal', vague: 'goal', noFigure: 'goal', noDirection: 'goal', otherWay: 'goal' },
  ...{ noSubject: 'subject', nobody: 'subject', noUnit: 'measure', noBaseline: 'baseline', noWhy: 'why' },
  ...{ noStart: 'start', noDue: 'due', duePast: 'due', dueBeforeStart: 'due', shortSpan: 'due', longSpan: 'due' },
}
