import { messages } from '../../kit/language.ts'
import { TextField } from '../../kit/parts.tsx'
import { type FlowDraft, isDays } from './targets-draft.ts'

const text = messages.complaintSettings.targets

/** What happens around resolving for one type of customer. */
export function FlowFields({
  label,
  flow,
  onChange,
}: {
  label: string
  flow: FlowDraft
  onChange: (flow: FlowDraft) => void
}) {
  const tick = (key: 'rootCause' | 'correctiveAction' | 'asksFeedback') => (
    <label class="tick">
      <input
        type="checkbox"
        checked={flow[key]}
        onChange={(event) => onChange({ ...flow, [key]: event.currentTarget.checked })}
      />
      <span>{text.flow[key]}</span>
    </label>
  )
  const invalid = !isDays(flow.closesAfterDays)
  return (
    <fieldset>
      <legend>{label}</legend>
      {tick('rootCause')}
      {tick('correctiveAction')}
      {tick('asksFeedback')}
      <TextField
        label={text.flow.closesAfterDays}
        value={flow.closesAfterDays}
        invalid={invalid}
        hint={invalid ? text.flow.daysWrong : text.flow.daysHint}
        onChange={(closesAfterDays) => onChange({ ...flow, closesAfterDays })}
      />
    </fieldset>
  )
}
