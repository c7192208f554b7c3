import type { OfferedMeasure } from '../../goals/goal-measures.ts'
import type { ShownGoal } from '../../goals/goals-setup.ts'
import { messages } from '../kit/language.ts'
import { percent } from '../kit/percent.ts'
import { shownFigure, shownNumber } from './figure.ts'

const text = messages.goalsForm
const statuses = messages.goalStatuses
const DEEPEST = 3

type Props = { goal: ShownGoal; measure: OfferedMeasure | undefined; onEdit: () => void; onCascade: () => void }

/** A goal of the tree: how far it is, in a bar and in words, whether in time, and where it leads. */
export function GoalItem({ goal, measure, onEdit, onCascade }: Props) {
  const { id, progress, status, target } = goal
  return (
    <div class={`goal depth-${Math.min(goal.depth, DEEPEST)}`}>
      <div class="head">
        <span class="name">{goal.goal || id}</span>
        {status && <span class={`status ${colour(status)}`}>{status}</span>}
      </div>
      <div class="track" aria-hidden="true">
        {progress !== null && <span class="bar" style={{ width: `${100 * Math.min(1, Math.max(0, progress))}%` }} />}
      </div>
      <div>{joined([progressWords(goal), goal.actual !== null && target !== null && figures(goal, measure)])}</div>
      <div class="soft">{joined([leads(goal, measure), goal.due && text.until(goal.due)])}</div>
      <div class="soft">{joined([id, whose(goal), goal.parts > 0 && text.parts_(goal.parts)])}</div>
      <div class="actions">
        <button type="button" class="link" aria-label={`${text.edit}: ${goal.goal}`} onClick={onEdit}>
          {text.edit}
        </button>
        {target !== null && (
          <button type="button" class="link" aria-label={`${text.cascade}: ${goal.goal}`} onClick={onCascade}>
            {text.cascade}
          </button>
        )}
      </div>
    </div>
  )
}

function progressWords({ progress, pace }: ShownGoal): string {
  if (progress === null) return text.noProgress
  return joined([text.progress(percent(progress)), pace !== null && text.pace(shownNumber(pace))])
}

function figures({ actual, target, unit }: ShownGoal, measure: OfferedMeasure | undefined): string {
  const shown = (value: number | null) => shownFigure(value ?? 0, measure, unit)
  return text.figures({ actual: shown(actual), target: shown(target) })
}

function leads({ projected, target, unit }: ShownGoal, measure: OfferedMeasure | undefined): string {
  if (projected === null || target === null) return ''
  const shown = (value: number) => shownFigure(value, measure, unit)
  return text.projected({ projected: shown(projected), target: shown(target) })
}

function whose({ subjectKind, subject, owner }: ShownGoal): string {
  const named = subjectKind && subject ? `${messages.goalSubjects[subjectKind]} ${subject}` : ''
  return joined([named, owner && owner !== subject && text.owner(owner)])
}

function colour(status: string): string {
  if (status === statuses.achieved || status === statuses.onTrack) return 'good'
  if (status === statuses.behind) return 'warn'
  return status === statuses.missed ? 'bad' : ''
}

function joined(parts: readonly (string | false)[]): string {
  return parts.filter(Boolean).join(' · ')
}
