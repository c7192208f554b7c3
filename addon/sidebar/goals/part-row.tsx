import type { OfferedMeasure } from '../../goals/goal-measures.ts'
import { messages } from '../kit/language.ts'
import { keptFigure, typedFigure } from './figure.ts'
import type { PlanLine } from './use-plan.ts'

const text = messages.goalsForm

type Props = {
  line: PlanLine
  measure: OfferedMeasure | undefined
  shown: (figure: number) => string
  onTarget: (target: number | null) => void
}

/** One part of a goal: for whom, and its target, which can be changed unless the part is there already. */
export function PartRow({ line: { subject, target, exists }, measure, shown, onTarget }: Props) {
  if (exists) {
    return (
      <div class="part">
        <span>{subject}</span>
        <span class="soft">
          {shown(target ?? 0)}, {text.there}
        </span>
      </div>
    )
  }
  const typed = (value: string) => keptFigure(value.trim() === '' ? undefined : Number(value), measure)
  return (
    <div class="part">
      <span>{subject}</span>
      <input
        type="number"
        inputMode="decimal"
        step="any"
        aria-label={text.targetOf(subject)}
        value={typedFigure(target, measure) ?? ''}
        onInput={(event) => onTarget(typed(event.currentTarget.value))}
      />
    </div>
  )
}
