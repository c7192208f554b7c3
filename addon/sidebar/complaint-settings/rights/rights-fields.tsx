import { useId } from 'preact/hooks'
import type { ComplaintAction } from '../../../../core/complaint/complaint-moves.ts'
import { stepHolders } from '../../../../core/complaint/complaint-rights.ts'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { TextField } from '../../kit/parts.tsx'
import { isLimit, peoplesSteps, type RightsDraft, type StepHolder } from './rights-draft.ts'

const text = messages.complaintSettings.rights
const { actions } = messages.complaintForm
const { holders } = text

type Props = { rights: RightsDraft; onChange: (rights: RightsDraft) => void }

/** Who may take which step, and how much may be given at once. */
export function RightsFields({ rights, onChange }: Props) {
  const { steps, limit } = rights
  const invalid = !isLimit(limit)
  const kept = peoplesSteps.filter((step) => (steps[step] ?? 'editor') !== 'editor')
  return (
    <div class="rows">
      <Section
        title={text.steps}
        count={
          kept.length
            ? kept.map((step) => text.kept({ step: actions[step], holder: holders[steps[step]!] })).join(' · ')
            : holders.editor
        }
      >
        <p class="hint">{text.stepsHint}</p>
        {peoplesSteps.map((step) => (
          <StepHolderField
            key={step}
            step={step}
            holder={steps[step] ?? 'editor'}
            onChange={(holder) => onChange({ ...rights, steps: { ...steps, [step]: holder } })}
          />
        ))}
      </Section>
      <Section title={text.limit} count={limit.trim() || text.noLimit}>
        <TextField
          label={text.limitLabel}
          value={limit}
          invalid={invalid}
          hint={invalid ? text.limitWrong : text.limitHint}
          onChange={(typed) => onChange({ ...rights, limit: typed })}
        />
      </Section>
    </div>
  )
}

function StepHolderField(props: { step: ComplaintAction; holder: StepHolder; onChange: (holder: StepHolder) => void }) {
  const id = useId()
  return (
    <div class="step">
      <label for={id}>{actions[props.step]}</label>
      <select
        id={id}
        value={props.holder}
        onChange={(event) => props.onChange(event.currentTarget.value as StepHolder)}
      >
        {stepHolders.map((holder) => (
          <option key={holder} value={holder}>
            {holders[holder]}
          </option>
        ))}
      </select>
    </div>
  )
}
