import { Checkbox } from '../../kit/fields.tsx'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { TextField } from '../../kit/parts.tsx'
import { type FlowDraft, isDays } from './targets-draft.ts'

const text = messages.complaintSettings.targets.flow

type Props = { label: string; flow: FlowDraft; onChange: (flow: FlowDraft) => void }

/** What happens around resolving for one type of customer. */
export function FlowFields({ label, flow, onChange }: Props) {
  const invalid = !isDays(flow.closesAfterDays)
  return (
    <Section title={label} count={inBrief(flow)}>
      {(['rootCause', 'correctiveAction', 'asksFeedback'] as const).map((key) => (
        <Checkbox
          key={key}
          label={text[key]}
          value={flow[key]}
          onChange={(value) => onChange({ ...flow, [key]: value })}
        />
      ))}
      <TextField
        label={text.closesAfterDays}
        value={flow.closesAfterDays}
        invalid={invalid}
        hint={invalid ? text.daysWrong : text.daysHint}
        onChange={(closesAfterDays) => onChange({ ...flow, closesAfterDays })}
      />
    </Section>
  )
}

function inBrief({ rootCause, correctiveAction, asksFeedback, closesAfterDays }: FlowDraft): string {
  const { brief } = text
  const days = Number(closesAfterDays)
  return [
    rootCause && brief.rootCause,
    correctiveAction && brief.correctiveAction,
    asksFeedback ? brief.asked : brief.notAsked,
    days > 0 ? brief.closes(days) : brief.staysOpen,
  ]
    .filter(Boolean)
    .join(' · ')
}
