import { complaintKinds, severities } from '../../../../core/complaint/complaint.ts'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { Button, Select, TextField } from '../../kit/parts.tsx'
import { isTarget, type RuleDraft } from './targets-draft.ts'

const text = messages.complaintSettings.targets
const { kinds, severities: severityNames } = messages.complaintForm

type Props = {
  rule: RuleDraft
  /** The last one holds for all that no other fits. */
  isLast: boolean
  onChange: (rule: RuleDraft) => void
  onRemove: () => void
  /** Before the one above; undefined for the first. */
  onUp: (() => void) | undefined
}

/** Targets for some complaints, folded under a line that says which. */
export function RuleFields({ rule, isLast, onChange, onRemove, onUp }: Props) {
  const change = (part: Partial<RuleDraft>) => onChange({ ...rule, ...part })
  const hours = (key: 'response' | 'update' | 'resolution', hint: string, mayBeBlank = false) => {
    const invalid = !(isTarget(rule[key]) || (mayBeBlank && rule[key].trim() === ''))
    return (
      <TextField
        label={text[key]}
        value={rule[key]}
        invalid={invalid}
        hint={invalid ? text.hoursWrong : hint}
        onChange={(value) => change({ [key]: value })}
      />
    )
  }
  return (
    <Section title={titleOf(rule, isLast)} count={text.hours({ response: rule.response, resolution: rule.resolution })}>
      {!isLast && (
        <>
          <Select
            label={messages.complaintForm.kind}
            value={rule.kind}
            options={[['', text.any], ...complaintKinds.map((kind) => [kind, kinds[kind]] as const)]}
            onChange={(kind) => change({ kind })}
          />
          <TextField label={text.tier} value={rule.tier} hint={text.blankIsAny} onChange={(tier) => change({ tier })} />
          <Select
            label={messages.complaintForm.severity}
            value={rule.severity}
            options={[['', text.any], ...severities.map((each) => [each, severityNames[each]] as const)]}
            onChange={(severity) => change({ severity })}
          />
        </>
      )}
      {hours('response', text.hoursHint)}
      {hours('update', text.updateHint, true)}
      {hours('resolution', text.hoursHint)}
      {!isLast && (
        <div class="actions">
          {onUp && <Button onClick={onUp}>{text.up}</Button>}
          <Button onClick={onRemove}>{text.removeRule}</Button>
        </div>
      )}
    </Section>
  )
}

function titleOf({ kind, tier, severity }: RuleDraft, isLast: boolean): string {
  if (isLast) return text.allOthers
  const parts = [
    kind && kinds[kind as keyof typeof kinds],
    tier && text.ofTier(tier),
    severity && severityNames[severity as keyof typeof severityNames],
  ]
  return parts.filter(Boolean).join(' · ') || text.any
}
