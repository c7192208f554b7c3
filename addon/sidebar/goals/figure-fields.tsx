import type { ComponentChildren } from 'preact'
import type { OfferedMeasure } from '../../goals/goal-measures.ts'
import type { MeasurePast } from '../../goals/measure-past.ts'
import type { SavedGoal } from '../../goals/save-goal.ts'
import { NumberField } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Button, Notice, Select, TextField } from '../kit/parts.tsx'
import { keptFigure, shownFigure, typedFigure, unitWord } from './figure.ts'
import type { EntryField } from './goal-entry.ts'

const text = messages.goalsForm

type Props = {
  entry: SavedGoal
  measures: readonly OfferedMeasure[]
  measure: OfferedMeasure | undefined
  past: MeasurePast | undefined
  onChange: (part: Partial<SavedGoal>) => void
  told: (field: EntryField) => ComponentChildren
}

/** Asks what a goal is measured by, and its two figures; where the measure stands today can be taken as baseline. */
export function FigureFields({ entry, measures, measure, past, onChange, told }: Props) {
  const { unit } = entry
  const now = past?.now ?? null
  return (
    <>
      <Select
        label={text.measure}
        value={entry.measure}
        options={[['', text.typed], ...known(measures, entry.measure).map(({ id, label }) => [id, label] as const)]}
        onChange={(next) => onChange({ measure: next })}
      />
      {entry.measure === '' && (
        <TextField label={text.unit} value={unit} onChange={(next) => onChange({ unit: next })} />
      )}
      {told('measure')}
      {past?.problem && <Notice kind="warn">{past.problem}</Notice>}
      {past && now !== null && (
        <div class="stack">
          <p class="hint">{text.now({ now: shownFigure(now, measure, unit), asOf: past.asOf })}</p>
          {entry.baseline !== now && (
            <div class="actions">
              <Button onClick={() => onChange({ baseline: rounded(now) })}>{text.useNow}</Button>
            </div>
          )}
        </div>
      )}
      <NumberField
        label={text.baseline(unitWord(measure, unit))}
        hint={measure?.adds ? text.baselineAdds : undefined}
        value={typedFigure(entry.baseline, measure)}
        onChange={(typed) => onChange({ baseline: keptFigure(typed, measure) })}
      />
      {told('baseline')}
      <NumberField
        label={text.target(unitWord(measure, unit))}
        value={typedFigure(entry.target, measure)}
        onChange={(typed) => onChange({ target: keptFigure(typed, measure) })}
      />
      {told('target')}
    </>
  )
}

/** A measure that is no longer known stays to be seen. */
function known(measures: readonly OfferedMeasure[], id: string): readonly Pick<OfferedMeasure, 'id' | 'label'>[] {
  return id === '' || measures.some((one) => one.id === id) ? measures : [{ id, label: id }, ...measures]
}

/** A baseline is typed and read by people: four decimals are enough. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
